// What the type checker and Prettier do not see: forgotten promises, ways around the types, and who may import whom.
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const barrel = { name: '@lucide/svelte', message: 'Import the icon itself: @lucide/svelte/icons/…' };
const device = { regex: '(^|/)ipc$', message: 'Only stores talk to the device.' };

export default defineConfig(
  { ignores: ['dist', 'src/bindings'] },
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Components are of no type outside Svelte's own checker, which has looked already.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Maps and sets are made anew where they change, and kept in $state.raw.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-imports': ['error', { paths: [barrel], patterns: [device] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['src/stores/**'], rules: { 'no-restricted-imports': ['error', { paths: [barrel] }] } },
);
