//! One language's messages, reduced to what must agree between languages.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, anyhow, ensure};
use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::parser;

use crate::tree::Source;

/// The messages of one language by id; an attribute's id is `message.attribute`, a term's `-term`.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// By id.
    pub messages: BTreeMap<String, Message>,
}

/// What one message asks for and refers to.
#[derive(Debug, Default)]
pub struct Message {
    /// The file that holds it, without the language's folder.
    pub file: String,
    /// `$name` for every variable.
    pub variables: BTreeSet<String>,
    /// The variants of every select expression, with the variable it selects on.
    pub selections: Vec<Selection>,
    /// Ids of the messages and terms it contains.
    pub references: BTreeSet<String>,
}

/// One select expression.
#[derive(Debug)]
pub struct Selection {
    /// The variable selected on, where it is one.
    pub variable: String,
    /// The keys of the variants; numbers are written out.
    pub keys: BTreeSet<String>,
    /// The key of the default variant.
    pub default: String,
}

impl Catalogue {
    /// Reads one language's files; junk and repeated ids are errors.
    pub fn read(files: &[Source]) -> Result<Self> {
        let mut catalogue = Self::default();
        for file in files {
            let resource = parser::parse(file.text.as_str())
                .map_err(|(_, errors)| anyhow!("{}: {errors:?}", file.path))?;
            let name = file.path.splitn(3, '/').last().unwrap_or_default();
            for entry in &resource.body {
                catalogue
                    .add(name, entry)
                    .map_err(|error| error.context(file.path.clone()))?;
            }
        }
        Ok(catalogue)
    }

    fn add(&mut self, file: &str, entry: &Entry<&str>) -> Result<()> {
        let (id, value, attributes) = match entry {
            Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.as_ref(),
                &message.attributes,
            ),
            Entry::Term(term) => (
                format!("-{}", term.id.name),
                Some(&term.value),
                &term.attributes,
            ),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => return Ok(()),
            Entry::Junk { content } => return Err(anyhow!("not a message: {content}")),
        };
        let attributes = attributes.iter().map(|attribute| {
            (
                format!("{id}.{}", attribute.id.name),
                Some(&attribute.value),
            )
        });
        for (id, pattern) in std::iter::once((id.clone(), value)).chain(attributes) {
            let mut message = Message {
                file: file.to_owned(),
                ..Message::default()
            };
            if let Some(pattern) = pattern {
                message.see_pattern(pattern);
            }
            ensure!(
                self.messages.insert(id.clone(), message).is_none(),
                "{id} stands there twice"
            );
        }
        Ok(())
    }
}

impl Message {
    fn see_pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.see(expression);
            }
        }
    }

    fn see(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.see_inline(inline),
            Expression::Select { selector, variants } => {
                self.see_inline(selector);
                self.selections.push(Selection::new(selector, variants));
                for variant in variants {
                    self.see_pattern(&variant.value);
                }
            }
        }
    }

    fn see_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(format!("${}", id.name));
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                self.see_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                self.see_arguments(Some(arguments));
            }
            InlineExpression::Placeable { expression } => self.see(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn see_arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        let Some(arguments) = arguments else { return };
        let named = arguments.named.iter().map(|argument| &argument.value);
        for argument in arguments.positional.iter().chain(named) {
            self.see_inline(argument);
        }
    }
}

impl Selection {
    fn new(selector: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Self {
        let mut inside = Message::default();
        inside.see_inline(selector);
        let default = variants.iter().find(|variant| variant.default);
        Self {
            variable: inside.variables.into_iter().next().unwrap_or_default(),
            keys: variants.iter().map(|variant| key(&variant.key)).collect(),
            default: default.map(|variant| key(&variant.key)).unwrap_or_default(),
        }
    }
}

fn key(key: &VariantKey<&str>) -> String {
    match key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}
