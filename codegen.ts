import type { CodegenConfig } from '@graphql-codegen/cli';

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
