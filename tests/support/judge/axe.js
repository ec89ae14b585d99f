// Runs axe over the whole page; answers findings as texts. The first argument names rules to run alone, or is null.
const [only, done] = arguments;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: standards };
axe.run(document, { runOnly, resultTypes: ['violations'], preload: false, iframes: false }).then(
  ({ violations }) =>
    done(
      violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `axe ${id} (${help}): ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
      ),
    ),
  (error) => done([`axe failed: ${error}`]),
);
