import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-depth': ['error', 3],
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      'no-var': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error'
    }
  }
];
