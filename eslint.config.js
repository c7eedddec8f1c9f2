import tseslint from 'typescript-eslint';

const message =
  'TypeScript is made with the `code` tag of src/emit/code.ts, which turns every interpolated string into a literal.';
const looksLikeCode = String.raw`/^\s*(import|export|const|let|function|class|return|await)\b|=>|\bsatisfies\b|;\s*$/`;
const concatenatedCode = [
  `:not(TaggedTemplateExpression) > TemplateLiteral[expressions.length>0] > TemplateElement[value.raw=${looksLikeCode}]`,
  `BinaryExpression[operator="+"] > Literal[value=${looksLikeCode}]`,
  `AssignmentExpression[operator="+="] > Literal[value=${looksLikeCode}]`,
].map((selector) => ({ selector, message }));
const literalPrinter = { patterns: [{ group: ['*/literal.js'], message }] };

export default tseslint.config(
  { ignores: ['dist/', 'fixtures/', '.cache/', 'templates/scaffold/', '**/node_modules/'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-deprecated': [
        'error',
        {
          // What the client of a 2025 session can do is known from nowhere else.
          allow: [
            {
              from: 'package',
              name: 'getClientCapabilities',
              package: '@modelcontextprotocol/server',
            },
          ],
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/emit/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...concatenatedCode],
      'no-restricted-imports': ['error', literalPrinter],
    },
  },
  { files: ['src/emit/code.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
);
