import { readdirSync } from 'node:fs';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Every provider's folder; a new one is bound by the same rules without being named here. */
const providers = readdirSync('resolvers', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

/** Who may import what. A file is bound by the last entry that fits it, so each entry says all that holds for its files. */
const boundaries = [
  {
    files: ['src/**/*.ts'],
    patterns: [
      {
        regex: '/resolvers/[a-z]+/',
        message: 'src/ knows no vendor: reach providers through resolvers/providers.ts.',
      },
    ],
  },
  {
    // Its stand-ins are made by `src/sandbox/index.ts`, which alone knows the provider folders.
    files: ['src/sandbox/**/*.ts'],
    ignores: ['src/sandbox/index.ts'],
    patterns: [
      {
        regex: '^\\.\\./',
        message: 'The sandbox imports nothing of the gateway: it must not share its mistakes.',
      },
    ],
  },
  {
    files: ['src/sandbox/index.ts'],
    patterns: [
      {
        regex: '^\\.\\./(?!\\.\\./resolvers/[a-z]+/sandbox\\.js$)',
        message: "The sandbox's index imports each provider's sandbox.ts and nothing else of the gateway.",
      },
    ],
  },
  {
    files: ['resolvers/*.ts'],
    ignores: ['resolvers/providers.ts'],
    patterns: [
      {
        regex: '^\\./[a-z]+/',
        message:
          'A type resolver knows no vendor: ask a loader of the port (src/domain/provider.ts) instead.',
      },
    ],
  },
  {
    files: ['resolvers/*/**/*.ts'],
    patterns: [otherProviders(), graphqlInProviders()],
  },
  ...['sandbox.ts', 'sandbox/**/*.ts'].map((file) => ({
    files: [`resolvers/*/${file}`],
    patterns: [
      otherProviders(),
      graphqlInProviders(),
      {
        regex: '/src/(?!sandbox/)',
        message: 'A stand-in imports nothing of the gateway but src/sandbox: it must not share its mistakes.',
      },
      {
        // Beside it: its own parts, and the table of paths, which is data.
        regex:
          file === 'sandbox.ts'
            ? '^\\./(?!paths\\.js$|sandbox/)'
            : '^\\.\\./(?!\\.\\./|paths\\.js$|sandbox\\.js$)',
        message:
          "A stand-in does not share code with the provider's client: only its own files and paths.ts.",
      },
    ],
  })),
];

function otherProviders() {
  return {
    regex: `(^|/)\\.\\./(resolvers/)?(${providers.join('|')})/`,
    message: 'Providers do not know each other; join them in resolvers/.',
  };
}

function graphqlInProviders() {
  return {
    regex: '^graphql|/src/(generated|edges|schema|graphql-errors|context)\\b',
    message: "A provider speaks its vendor's language only: GraphQL ends in resolvers/ and src/edges/.",
  };
}

export default defineConfig(
  globalIgnores([
    'dist*/',
    'client/dist/',
    'bench/dist/',
    'examples/*/dist/',
    'coverage/',
    'src/generated/',
    'client/src/generated/',
    '**/__generated__/',
  ]),

  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `return done()` says that this is the end, and an arrow may call what returns nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Texts are spread into their characters on purpose.
      '@typescript-eslint/no-misused-spread': 'off',
      // At a border a check is needed although the type promises that it is not: JSON.stringify, a key from outside.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // An argument that repeats the default may still say what is meant.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // A parameter that is used once still says what a caller may expect, as in `query<D>`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // A library's own namespace is added to by declaring it again.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // graphql-js names its kinds by an enum of texts; the texts read better.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // `async` is the plain way to fulfil a signature that promises.
      '@typescript-eslint/require-await': 'off',
      // Objects are made by functions and close over what they need: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{ts,js,mjs}'],
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    // Tools ask their configuration files for a default export.
    files: ['**/*.{ts,tsx}'],
    ignores: ['*.ts', 'examples/*/*.config.ts', 'docs/snippets/codegen.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Export it by name, so that it has one name everywhere.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'resolvers/**/*.ts'],
    rules: { 'no-console': ['error'] },
  },
  {
    // Tests read JSON off the wire and say what they expect of it; a type would only repeat that.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  ...boundaries.map(({ patterns, ...entry }) => ({
    ...entry,
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  })),

  {
    files: ['schema/*.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: 'schema/*.graphql' } },
    },
    rules: {
      ...graphqlPlugin.configs['flat/schema-recommended'].rules,
      ...graphqlPlugin.configs['flat/schema-relay'].rules,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
      // Forward only: no provider can read a list backwards, so there is no `last` and no `before`.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Short lists that stand in a record, such as a building's addresses, are plain lists.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      // `Building.buildingType` is the customer's own category, and not what `type` would suggest.
      '@graphql-eslint/no-typename-prefix': 'off',
      // The rule wants an id on every type. The contract is the other way round, see below.
      '@graphql-eslint/strict-id-in-types': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ObjectTypeDefinition[name.value!="Source"][interfaces.length=0] > FieldDefinition[name.value="id"]',
          message:
            "Only nodes and `Source` have a field `id`, since client caches key by it; a provider's own number is `remoteId`.",
        },
      ],
    },
  },

  {
    // Operations that clients are given, against the schema that they are sent to.
    files: ['client/operations/**/*.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: {
        graphQLConfig: { schema: 'schema/*.graphql', documents: 'client/operations/**/*.graphql' },
      },
    },
    rules: {
      ...graphqlPlugin.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/no-one-place-fragments': 'off',
      '@graphql-eslint/unique-fragment-name': 'error',
      '@graphql-eslint/unique-operation-name': 'error',
      // Deeper than the gateway would allow cannot be written here by accident.
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 12 }],
    },
  },
);
