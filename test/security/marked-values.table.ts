import { gzipSync } from 'node:zlib';
import { toGlobalId } from '../../src/domain/global-id.js';
import type { Fault } from '../../src/sandbox/faults.js';
import { mark, markName } from './marks.js';
import type { Asker, Question, Stage } from './marked-stage.js';

/** The ways by which marked values come in, a line each. */

/** Requests that are answered by an error, with what they hold of themselves. */
export const requests: Readonly<Record<string, Question | ((stage: Stage) => Question | Promise<Question>)>> =
  {
    // Documents
    'a syntax error at a string': query(`{ sources "${mark('literal')}" }`),
    'a syntax error at a block string': query(`{ sources """${mark('literal')}""" }`),
    'a syntax error at a number': query('{ sources 987654321 }'),
    'a string without an end': query(`{ sources(a: "${mark('literal')}`),
    'an escape that is none': query(`{ sources(a: "\\${mark('literal')}") }`),
    'a comment': query(`# ${mark('comment')}\n{ sources(`),
    'an unknown field': query(`{ ${markName('field')} }`),
    'an unknown argument': query(`{ sources(${markName('argument')}: 1) { id } }`),
    'an unknown type': query(`query ($a: ${markName('type')}) { sources { id } }`),
    'an unknown directive': query(`{ sources { id @${markName('directive')} } }`),
    'an unknown fragment': query(`{ sources { ...${markName('fragment')} } }`),
    'a variable that is not declared': query(`{ node(id: $${markName('variable')}) { id } }`),
    'an alias of two fields': query(
      `{ sources { ${markName('alias')}: id ${markName('alias')}: provider } }`,
    ),
    'a named operation that is refused': query(`query ${markName('named')} { nothing }`),
    'an unknown operation': {
      body: { query: 'query A { sources { id } }', operationName: mark('operation') },
    },
    'a text for a number': query(`{ units(first: "${mark('literal')}") { nodes { id } } }`),
    'a number out of range': query('{ units(first: 987654321987) { nodes { id } } }'),
    'a number for a text': query('{ units(after: 987654321) { nodes { id } } }'),
    'a text for a word': query(`{ units(filter: { kind: "${mark('literal')}" }) { nodes { id } } }`),
    'an unknown word': query(`{ units(filter: { kind: ${markName('word')} }) { nodes { id } } }`),
    'a text for an object': query(`{ units(filter: "${mark('literal')}") { nodes { id } } }`),
    'an object for a text': query(`{ units(after: { a: "${mark('literal')}" }) { nodes { id } } }`),
    'a list for a text': query(`{ units(after: ["${mark('literal')}"]) { nodes { id } } }`),
    'an unknown member of a filter': query(
      `{ units(filter: { ${markName('field')}: "${mark('literal')}" }) { nodes { id } } }`,
    ),
    'a text for a moment': query(
      `{ issues(filter: { createdAfter: "${mark('literal')}" }) { nodes { id } } }`,
    ),
    'a text for a switch': query(`{ sources { id @include(if: "${mark('literal')}") } }`),
    'a merged field that is none': query(
      `{ linkedPersons(first: 1) { nodes { provenance(field: "${mark('literal')}") { sourceId } } } }`,
    ),

    // Variables
    'a variable of another type': variables('Int', 'first', mark('variablevalue')),
    'a variable out of range': variables('Int', 'first', 987_654_321),
    'an object for a variable': variables('Int', 'first', { [mark('key')]: mark('variablevalue') }),
    'an object for a text in a variable': variables('String', 'after', { after: mark('variablevalue') }),
    'a filter that is none': variables('UnitFilter', 'filter', mark('variablevalue')),
    'an unknown word in a variable': variables('UnitFilter', 'filter', { kind: [mark('variablevalue')] }),
    'a word that is none in a variable': variables('UnitFilter', 'filter', {
      kind: [{ a: `; ${mark('variablevalue')}` }],
    }),
    'an unknown member in a variable': variables('UnitFilter', 'filter', {
      [mark('key')]: mark('variablevalue'),
    }),
    'an unknown member that looks like a message': variables('UnitFilter', 'filter', {
      [`x" is not defined by type "UnitFilter". Did you mean "${mark('key')}`]: mark('variablevalue'),
    }),
    'a moment that is none in a variable': {
      body: {
        query: 'query ($filter: IssueFilter) { issues(filter: $filter) { nodes { id } } }',
        variables: { filter: { createdAfter: mark('variablevalue') } },
      },
    },
    'a variable that is missing': {
      body: {
        query: 'query ($id: ID!) { node(id: $id) { id } }',
        variables: { other: mark('variablevalue') },
      },
    },
    'a cursor that is none': variables('String', 'after', mark('cursor')),
    'a cursor of somebody else': variables(
      'String',
      'after',
      Buffer.from(`0123456789abcdef["Query.units","${mark('cursor')}",[]]`).toString('base64url'),
    ),
    'an id that is none': node(mark('id')),
    'an id of another type': byId(
      'building',
      toGlobalId({ type: 'Unit', source: 'pigello', key: [mark('id')] }),
    ),
    'an id with a key that is none': node(
      toGlobalId({ type: 'Building', source: 'pigello', key: [mark('id'), '../..'] }),
    ),
    'an id in a filter': variables('UnitFilter', 'filter', { building: [mark('id')] }),
    'a thing that is none': byId('linkedPerson', mark('id')),

    // What is too much
    'variables that are too deep': variables(
      'UnitFilter',
      'filter',
      JSON.parse('{"a":'.repeat(12) + `"${mark('variablevalue')}"` + '}'.repeat(12)) as object,
    ),
    'variables that are too long': variables('String', 'after', mark('variablevalue').repeat(5_000)),
    'too many aliases': query(
      `{ ${Array.from({ length: 30 }, (_, nth) => `${markName('alias')}${nth}: __typename`).join(' ')} }`,
    ),
    'a body that is too long': { body: `{"query": "${mark('body').repeat(30_000)}"}` },

    // Bodies that are no request
    'a body that is no JSON': { body: `{"query": ${mark('body')}` },
    'a body that ends early': { body: `{"query": "{ sources { id } }", "variables": {"a": "${mark('body')}` },
    'a text as a body': { body: `"${mark('body')}"` },
    'a list of requests': { body: [{ query: `{ ${markName('field')} }` }] },
    'an unknown member of a request': { body: { query: '{ sources { id } }', [mark('key')]: mark('body') } },
    'a document that is no text': { body: { query: { a: mark('body') } } },
    'variables that are none': { body: { query: '{ sources { id } }', variables: mark('body') } },
    'extensions that are none': { body: { query: '{ sources { id } }', extensions: mark('body') } },
    'a form': {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `query=${mark('body')}`,
    },
    'another content type': { headers: { 'content-type': `text/${mark('header')}` }, body: mark('body') },

    // Persisted operations
    'an unknown hash': { body: { documentId: mark('hash') } },
    'an unknown hash, as Apollo sends it': {
      body: { extensions: { persistedQuery: { version: 1, sha256Hash: mark('hash') } } },
    },

    // Heads
    'an unknown path': { method: 'GET', path: `/${mark('path')}?${mark('parameter')}=${mark('parameter')}` },
    'a query of an unknown field by GET': {
      method: 'GET',
      path: `/graphql?query={${markName('field')}}&variables={"a":"${mark('parameter')}"}`.replaceAll(
        '"',
        '%22',
      ),
    },
    'variables by GET that are no JSON': {
      method: 'GET',
      path: `/graphql?query={sources{id}}&variables=${mark('parameter')}`,
    },
    'another method': { method: 'PUT', path: `/graphql?${mark('parameter')}` },
    'an unknown mode of the call log': {
      headers: { 'gatehouse-upstream': mark('header') },
      body: { query: '{ sources { id } }' },
    },
    'an unknown expectation': {
      method: 'OPTIONS',
      headers: {
        origin: `https://${mark('origin')}.example`,
        'access-control-request-method': 'POST',
        'access-control-request-headers': mark('header'),
      },
    },

    // Credentials
    'no credentials': asNobody({}),
    'an unknown key': asNobody({ 'x-api-key': `${mark('key')}-that-is-long-enough-for-one` }),
    'a short key': asNobody({ 'x-api-key': mark('key') }),
    'another scheme': asNobody({ authorization: `Basic ${mark('authorization')}` }),
    'a token that is none': asNobody({ authorization: `Bearer ${mark('authorization')}.b.c` }),
    'a token of nobody known': async ({ tokenFor }) =>
      asNobody({ authorization: `Bearer ${await tokenFor({ iss: mark('issuer') })}` }),
    'a token for somebody else': async ({ tokenFor }) =>
      asNobody({ authorization: `Bearer ${await tokenFor({ aud: mark('audience') })}` }),
    'a token that has ended': async ({ tokenFor }) =>
      asNobody({ authorization: `Bearer ${await tokenFor({}, '-1h')}` }),
    'a token with a broken signature': async ({ tokenFor }) =>
      asNobody({ authorization: `Bearer ${(await tokenFor({})).slice(0, -6)}AAAAAA` }),
    'a key beside a token': asNobody({
      'x-api-key': mark('key'),
      authorization: `Bearer ${mark('authorization')}`,
    }),
    'a call log without its scope': {
      as: 'none',
      headers: { 'gatehouse-upstream': 'log' },
      body: { query: `query ${markName('named')} { sources { id } }` },
    },
  };

/** Requests that are answered, with marks in them all the same. */
export const answered: typeof requests = {
  'headers of all kinds': {
    headers: {
      cookie: `session=${mark('cookie')}`,
      'user-agent': mark('agent'),
      referer: `https://people.example/${mark('referer')}`,
      traceparent: mark('trace'),
      tracestate: `a=${mark('trace')}`,
      baggage: `user=${mark('baggage')}`,
      'x-request-id': mark('requestid'),
      'x-forwarded-for': mark('forwarded'),
      'x-forwarded-host': `${mark('forwarded')}.example`,
      'apollographql-client-name': mark('client'),
      origin: `https://${mark('origin')}.example`,
    },
    body: { query: '{ sources { id } }' },
  },
  'an operation that is named': query(
    `query ${markName('operation')} { ${markName('alias')}: sources { ${markName('alias')}: id } }`,
  ),
  'a token of somebody': { as: 'token', body: { query: '{ persons(first: 1) { nodes { email } } }' } },
  'filters in the document': query(
    `{ persons(first: 5, filter: { search: "${mark('search')}", externalId: ["${mark('filter')}"] }) { nodes { id } } }`,
  ),
  'filters in variables': {
    body: {
      query: 'query ($filter: BuildingFilter) { buildings(first: 5, filter: $filter) { nodes { id } } }',
      variables: { filter: { search: mark('search') } },
    },
  },
  'an externalId in a filter': {
    body: {
      query: 'query ($filter: UnitFilter) { units(first: 5, filter: $filter) { nodes { id } } }',
      variables: { filter: { externalId: [mark('filter')] } },
    },
  },
  'a reference of nobody': query(`{ linkedBuilding(externalId: "${mark('filter')}") { id } }`),
  'ids of nobody': query(
    `{ nodes(ids: ["${mark('id')}", "${toGlobalId({ type: 'Person', source: 'casavi', key: ['contact', mark('id')] })}"]) { id } }`,
  ),
  'a source of nobody': query(`{ units(filter: { sources: ["${mark('filter')}"] }) { nodes { id } } }`),
  'a listed document': { body: { documentId: 'listed' } },
  'a call log': {
    headers: { 'gatehouse-upstream': 'log' },
    body: {
      query: `{ ${markName('alias')}: persons(first: 5, filter: { search: "${mark('search')}" }) { nodes { displayName } } }`,
    },
  },
  'a dry run': {
    headers: { 'gatehouse-upstream': 'dry-run' },
    body: {
      query: `query ($search: String) { ${markName('alias')}: persons(first: 5, filter: { search: $search }) { nodes { displayName units { nodes { name } } } } }`,
      variables: { search: mark('search') },
    },
  },
  'a query by GET': {
    method: 'GET',
    path: `/graphql?query={sources{id}}&variables={%22a%22:%22${mark('parameter')}%22}`,
  },
  GraphiQL: {
    method: 'GET',
    path: `/graphql?${mark('parameter')}#${mark('parameter')}`,
    headers: { accept: 'text/html', cookie: mark('cookie') },
  },
  'whether it lives': {
    as: 'nobody',
    method: 'GET',
    path: '/health/live',
    headers: { 'user-agent': mark('agent') },
  },
  'whether it is ready': {
    as: 'nobody',
    method: 'GET',
    path: '/health/ready',
    headers: { 'user-agent': mark('agent') },
  },
};

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };
const page = `<html><title>${mark('answer')}</title></html>`;
const bytes = (text: string): Uint8Array => Buffer.from(text);

/** What providers answer with, and what those who asked get instead. */
export const faults: Readonly<Record<string, Fault>> = {
  'a page': { status: 200, body: page, headers: html },
  'a page that calls itself JSON': { status: 200, body: page, headers: json },
  'JSON that ends early': { replace: { bytes: bytes(`[{"id": "${mark('answer')}", "na`) } },
  'another content type': {
    status: 200,
    body: '[]',
    headers: { 'content-type': `application/${mark('answer')}` },
  },
  'another character set': {
    status: 200,
    body: '[]',
    headers: { 'content-type': `application/json; charset=${mark('answer')}` },
  },
  'another encoding': { replace: { headers: { 'content-encoding': mark('answer') } } },
  'gzip that is none': { replace: { headers: { 'content-encoding': 'gzip' }, bytes: bytes(mark('answer')) } },
  'gzip in gzip': {
    replace: { headers: { 'content-encoding': 'gzip, gzip' }, bytes: gzipSync(gzipSync(mark('answer'))) },
  },
  'bytes that are no text': {
    replace: { bytes: Buffer.concat([bytes(mark('answer')), Buffer.from([0xff, 0xfe])]) },
  },
  'a number beyond all numbers': { replace: { bytes: bytes(`[{"${mark('answer')}": 1e999}]`) } },
  'another object': { status: 200, body: { [mark('answer')]: mark('answer') } },
  'a text': { status: 200, body: JSON.stringify(mark('answer')), headers: json },
  nothing: { status: 200, body: '', headers: { 'x-answer': mark('answer') } },
  'rows that are none': { status: 200, body: [{ [mark('answer')]: mark('answer') }, mark('answer')] },
  'a redirect': {
    status: 302,
    body: page,
    headers: { location: `https://${mark('answer')}.example/?token=${mark('answer')}` },
  },
  'a redirect of a login': { status: 307, body: page, headers: { location: `/${mark('answer')}` } },
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 418, 429, 500, 503].map((status) => [
      `a ${status} that says why`,
      {
        status,
        body: { error: mark('answer'), message: mark('answer'), detail: mark('answer') },
        headers: { 'retry-after': mark('answer'), 'www-authenticate': mark('answer'), date: mark('answer') },
      },
    ]),
  ),
  'a break in the middle': { truncate: true },
  'a broken connection': { reset: true },
  'too much': { flood: { bytes: 2_000_000, encoding: 'gzip' } },
};

/** Answers that are almost right: they show, and drift is told of them. */
export const changes: Readonly<Record<string, (value: unknown, member: string) => unknown>> = {
  'unknown words': (value, member) =>
    /status|state|type|kind|role|category|purpose/i.test(member) && typeof value === 'string'
      ? mark('word')
      : value,
  'texts where there are none': (value) => (typeof value === 'boolean' ? mark('text') : value),
  'lists for texts': (value, member) =>
    /name|mail|title|phone|date|created/i.test(member) && typeof value === 'string' ? [mark('text')] : value,
  'moments that are none': (value, member) =>
    /date|_at$|At$|created|modified/i.test(member) && typeof value === 'string' ? mark('text') : value,
};

/** Files that cannot be given, and why. */
export const brokenFiles: Readonly<Record<string, Fault>> = {
  'a refusal': { status: 403, body: `<Error>${mark('answer')}</Error>` },
  'an absence': { status: 404, body: mark('answer') },
  'a failure': { status: 500, body: mark('answer') },
  'a redirect to nowhere': {
    status: 302,
    body: mark('answer'),
    headers: {
      location: `https://user:${mark('answer')}@elsewhere.example/${mark('answer')}?sig=${mark('answer')}`,
    },
  },
  'a redirect to what is no address': { status: 302, headers: { location: `https://[${mark('answer')}` } },
  'an archive that is none': { replace: { bytes: bytes(`PK\u0003\u0004 ${mark('answer')}`) } },
  'an encoding that is none': { replace: { headers: { 'content-encoding': mark('answer') } } },
};

/** Addresses that a provider may give for a file, and where it is not fetched from. */
export const wrongAddresses: readonly string[] = [
  `https://elsewhere.example/${mark('address')}?sig=${mark('address')}`,
  `https://user:${mark('address')}@elsewhere.example/`,
  `ftp://elsewhere.example/${mark('address')}`,
  `data:text/plain,${mark('address')}`,
  mark('address'),
];

/** Configurations that cannot be used. */
export function wrongConfigurations({ configuration }: Stage): Readonly<Record<string, unknown>> {
  const { sources, auth } = configuration;
  const withSource = (more: object): object => ({
    sources: [{ ...sources[0], ...more }, ...sources.slice(1)],
    auth,
  });
  const secret = mark('setting');
  return {
    'no JSON': `{ "sources": [ { "credentials": "${secret}" ${secret}`,
    'a text': secret,
    'a source that is none': { sources: [secret], auth },
    'an unknown provider': withSource({ provider: secret }),
    'credentials that are a text': withSource({ credentials: secret }),
    'a credential that is a list': withSource({ credentials: { clientSecret: [secret] } }),
    'an address that is none': withSource({ baseUrl: secret }),
    'an address with a password': withSource({ baseUrl: `https://user:${secret}@api.example` }),
    'an address with a query': withSource({ baseUrl: `https://api.example/?token=${secret}` }),
    'a time that is a text': withSource({ limits: { callTimeout: secret } }),
    'a time zone that is none': withSource({ timeZone: secret }),
    'a currency that is none': withSource({ currency: secret }),
    'hosts of files that are none': withSource({ files: { hosts: [`https://${secret}/`] } }),
    'a key in place of its hash': { sources, auth: { apiKeys: [{ id: 'a', hash: secret, sources: '*' }] } },
    'a caller with an odd name': { sources, auth: { apiKeys: [{ id: `${secret} `, hash: secret }] } },
    'an end that is none': {
      sources,
      auth: { apiKeys: [{ id: 'a', hash: `sha256:${'0'.repeat(64)}`, sources: '*', expires: secret }] },
    },
    'an issuer with a secret': {
      sources,
      auth: {
        jwt: [
          { issuer: 'https://i.example', audience: 'a', sources: '*', keys: [{ kty: 'RSA', d: secret }] },
        ],
      },
    },
    'an issuer with a password': {
      sources,
      auth: {
        jwt: [
          {
            issuer: 'https://i.example',
            audience: 'a',
            sources: '*',
            jwksUrl: `https://u:${secret}@i.example`,
          },
        ],
      },
    },
    'records that are said to be one': { sources, auth, identity: { same: [[secret, secret]] } },
  };
}

function query(text: string): Question {
  return { body: { query: text } };
}

function variables(type: string, argument: string, value: unknown): Question {
  return {
    body: {
      query: `query ($value: ${type}) { units(${argument}: $value) { nodes { id } } }`,
      variables: { value },
    },
  };
}

function byId(field: string, id: string): Question {
  return { body: { query: `query ($id: ID!) { ${field}(id: $id) { id } }`, variables: { id } } };
}

function node(id: string): Question {
  return byId('node', id);
}

function asNobody(headers: Readonly<Record<string, string>>): Question {
  const as: Asker = 'nobody';
  return { as, headers, body: { query: `query ${markName('named')} { sources { id } }` } };
}
