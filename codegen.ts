import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

/** Records are what resolvers get as parents, so their types come from the domain, not from the schema. */
const mappers = {
  Address: '../domain/values.js#Address',
  Building: '../domain/building.js#Building',
  Comment: '../domain/comment.js#Comment',
  Document: '../domain/document.js#Document',
  EntityLink: '../identity/same-as.js#LinkRow',
  Issue: '../domain/issue.js#Issue',
  Lease: '../domain/lease.js#Lease',
  LinkedBuilding: '../identity/linked-record.js#LinkedRecord',
  LinkedPerson: '../identity/linked-record.js#LinkedRecord',
  LinkedUnit: '../identity/linked-record.js#LinkedRecord',
  Person: '../domain/person.js#Person',
  Responsibility: '../domain/building.js#Responsibility',
  Task: '../domain/task.js#Task',
  Unit: '../domain/unit.js#Unit',
};

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'client/src/generated/': {
      preset: 'client',
      documents: 'client/operations/**/*.graphql',
      // In the documents themselves, and not added by a cache: so that their hashes are those of the list.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: {
        enumsAsConst: true,
        // As in the schema: `IssueStatus.IN_PROGRESS`.
        namingConvention: { enumValues: 'keep' },
        immutableTypes: true,
        useTypeImports: true,
        // What was asked for is there, if only as null.
        avoidOptionals: { field: true },
        strictScalars: true,
        defaultScalarType: 'unknown',
        scalars: {
          CountryCode: '../scalars.js#CountryCode',
          CurrencyCode: '../scalars.js#CurrencyCode',
          Date: '../scalars.js#Day',
          DateTime: '../scalars.js#DateTime',
          Decimal: '../scalars.js#Decimal',
          EmailAddress: '../scalars.js#EmailAddress',
          ID: 'string',
          JSON: 'unknown',
          URL: '../scalars.js#Url',
        },
      },
    },
    'client/src/generated/possible-types.ts': {
      plugins: ['fragment-matcher'],
      config: { useExplicitTyping: true },
    },
    'src/generated/graphql.ts': {
      plugins: [
        { add: { content: '// Written by `npm run generate` from schema/; change it there.' } },
        'typescript',
        'typescript-resolvers',
      ],
      config: {
        contextType: '../context.js#Context',
        mappers,
        mapperTypeSuffix: 'Record',
        enumsAsTypes: true,
        immutableTypes: true,
        useTypeImports: true,
        maybeValue: 'T | null | undefined',
        strictScalars: true,
        defaultScalarType: 'unknown',
        scalars: {
          CountryCode: 'string',
          CurrencyCode: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          EmailAddress: 'string',
          ID: 'string',
          JSON: '../scalars.js#Json',
          URL: 'string',
        },
      },
    },
  },
  // Import paths are written with `.js`, as NodeNext wants them.
  importExtension: '.js',
};

export default config;
