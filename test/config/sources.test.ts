import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { providers } from '../../resolvers/providers.js';
import { connectSources, readSources, type Environment } from '../../src/config/config.js';
import { ConfigError } from '../../src/errors.js';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Stands for every secret: it must be met in no message. */
const secret = 'S3CR3T-swordfish';

const pigelloVariables = {
  PIGELLO_CUSTOMER_ID: secret,
  PIGELLO_APPLICATION_ID: secret,
  PIGELLO_SERVICE_ID: secret,
  PIGELLO_SERVICE_VERSION_ID: secret,
  PIGELLO_CLIENT_CT: secret,
  PIGELLO_CLIENT_ENTITY: secret,
  PIGELLO_CLIENT_SECRET: secret,
};
const pigelloCredentials = {
  customerId: secret,
  applicationId: secret,
  serviceId: secret,
  serviceVersionId: secret,
  clientCt: secret,
  clientEntity: secret,
  clientSecret: secret,
};
const pigello = { id: 'north', provider: 'pigello', credentials: pigelloCredentials };

let files = 0;
/** The environment that names a configuration file with this in it. */
function file(content: unknown, environment: Environment = {}): Environment & { GATEHOUSE_CONFIG: string } {
  const path = join(folder, `config-${(files += 1)}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return { ...environment, GATEHOUSE_CONFIG: path };
}

const read = (environment: Environment) =>
  readSources(environment).map(({ settings }) => settings as typeof settings & Record<string, unknown>);

/** The message with which the start stops; none may hold a secret. */
function fault(environment: Environment): string {
  try {
    readSources(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    const { message } = error as ConfigError;
    expect(message).not.toContain(secret);
    expect(message).not.toMatch(/\bundefined\b|\[object|ZodError/);
    return message;
  }
  throw new Error('it was accepted');
}

describe('the environment', () => {
  it('without a source is no source', () => {
    expect(read({})).toEqual([]);
    expect(read({ PIGELLO_CLIENT_SECRET: '', CASAVI_KEY: '', PATH: '/bin', GATEHOUSE_CONFIG: '' })).toEqual(
      [],
    );
  });

  it("makes one source a provider, named after it, with the vendor's own address", () => {
    const [source] = read(pigelloVariables);
    expect(source).toMatchObject({
      id: 'pigello',
      provider: 'pigello',
      baseUrl: 'https://api.pigello.io',
      credentials: pigelloCredentials,
      currency: 'SEK',
      timeZone: 'Europe/Stockholm',
    });
  });

  it('makes sources of all providers, in the order of sources', () => {
    const all = Object.fromEntries(
      providers.flatMap(({ environment }) =>
        environment.filter(({ required }) => required).map(({ variable }) => [variable, exampleOf(variable)]),
      ),
    );
    const backwards = Object.fromEntries(Object.entries(all).reverse());
    expect(read(backwards).map(({ id }) => id)).toEqual(providers.map(({ name }) => name.toLowerCase()));
    expect(providers.map(({ name }) => name)).toEqual(
      ['PIGELLO', 'FACILITEE', 'HOMEQ', 'CASAVI'].filter((name) =>
        providers.some((provider) => provider.name === name),
      ),
    );
  });

  it('takes an address without its last slash', () => {
    const [source] = read({ ...pigelloVariables, PIGELLO_BASE_URL: 'https://pigello.example.se/api//' });
    expect(source).toMatchObject({ baseUrl: 'https://pigello.example.se/api' });
  });

  it.each(providers.map(({ name, environment }) => [name, environment] as const))(
    'that is half configured for %s stops the start, naming what is there, what is missing, and the cure',
    (name, variables) => {
      for (const { variable } of variables.filter(({ required }) => required)) {
        const others = variables.filter((each) => each.required && each.variable !== variable);
        const environment = Object.fromEntries(
          others.map((each) => [each.variable, exampleOf(each.variable)]),
        );
        if (others.length === 0) continue;
        const message = fault(environment);
        expect(message).toContain(`The source ${name} is half configured`);
        expect(message).toMatch(new RegExp(`${variable} is missing`));
        for (const other of others) expect(message).toContain(other.variable);
        expect(message).toMatch(/Set what is missing, or unset the others/);
      }
      for (const { variable } of variables.filter(({ required }) => !required))
        expect(fault({ [variable]: exampleOf(variable) })).toContain('half configured');
    },
  );

  it.each([
    ['no URL', 'pigello', 'is not an http(s) URL'],
    ['another protocol', 'ftp://api.pigello.io', 'is not an http(s) URL'],
    ['a query', `https://api.pigello.io/?key=${secret}`, 'must end before any ?'],
    ['a fragment', 'https://api.pigello.io/#x', 'must end before any ?'],
    ['a password', `https://user:${secret}@api.pigello.io`, 'must not hold a user name or password'],
    ['plain http', 'http://api.pigello.io', 'plain http is accepted for loopback only'],
    ['plain http to a name like loopback', 'http://127.0.0.1.example.com', 'plain http is accepted for'],
    ['plain http to localhost.example', 'http://localhost.example', 'plain http is accepted for'],
  ])('with an address that is %s stops the start, naming the variable', (_, url, message) => {
    expect(fault({ ...pigelloVariables, PIGELLO_BASE_URL: url })).toMatch(
      new RegExp(`^PIGELLO_BASE_URL: .*${message.replaceAll(/[?().]/g, '\\$&')}`),
    );
  });

  it.each(['http://127.0.0.1:4711', 'http://localhost:4711', 'http://[::1]:4711', 'http://127.8.9.1'])(
    'may name %s, which does not leave the machine',
    (url) => {
      expect(read({ ...pigelloVariables, PIGELLO_BASE_URL: url })).toMatchObject([{ baseUrl: url }]);
    },
  );
});

describe('the configuration file', () => {
  it('holds any number of sources, and comes before the environment', () => {
    const sources = [
      pigello,
      { ...pigello, id: 'south', currency: 'EUR', timeZone: 'Europe/Berlin', pageSize: 100 },
    ];
    const all = read(file({ $schema: './gatehouse.schema.json', sources }, pigelloVariables));
    expect(all.map(({ id }) => id)).toEqual(['north', 'south', 'pigello']);
    expect(all[1]).toMatchObject({ currency: 'EUR', timeZone: 'Europe/Berlin', pageSize: 100 });
    // What is ready can be connected, without a call.
    const connected = connectSources(readSources(file({ sources })));
    expect(connected.map(({ id, provider }) => [id, provider])).toEqual([
      ['north', 'PIGELLO'],
      ['south', 'PIGELLO'],
    ]);
  });

  it('takes secrets from the environment', () => {
    const credentials = { ...pigelloCredentials, clientSecret: { env: 'NORTH_SECRET' } };
    const [source] = read(file({ sources: [{ ...pigello, credentials }] }, { NORTH_SECRET: 'from outside' }));
    expect(source).toMatchObject({ credentials: { clientSecret: 'from outside' } });
  });

  it.each([{}, { NORTH_SECRET: '' }])(
    'stops the start where such a variable is missing: %j',
    (environment) => {
      const credentials = { ...pigelloCredentials, clientSecret: { env: 'NORTH_SECRET' } };
      expect(
        fault(file({ sources: [pigello, { ...pigello, id: 'south', credentials }] }, environment)),
      ).toMatch(
        /config-\d+\.json: sources\[1\]\.credentials\.clientSecret: the environment variable NORTH_SECRET is not set/,
      );
    },
  );

  it.each([
    ['two of the same id', { sources: [pigello, pigello] }, {}],
    ["one with the id of the environment's", { sources: [{ ...pigello, id: 'pigello' }] }, pigelloVariables],
  ])('stops the start with %s', (_, content, environment) => {
    expect(fault(file(content, environment))).toMatch(
      /two sources with the id "(north|pigello)"\. Give one of them another id/,
    );
  });

  it.each<[what: string, source: unknown, message: RegExp]>([
    ['an unknown provider', { ...pigello, provider: 'vitec' }, /`provider` must be one of pigello/],
    ['no provider', { id: 'north' }, /`provider` must be one of/],
    ['a source that is none', 'pigello', /`provider` must be one of/],
    ['a source that is null', null, /`provider` must be one of/],
    ['no id', { ...pigello, id: undefined }, /\.id: is missing; set it/],
    [
      'an id with capitals',
      { ...pigello, id: 'North' },
      /\.id: must be lower-case letters, digits and hyphens/,
    ],
    ['an id with a colon', { ...pigello, id: 'a:b' }, /\.id: must be lower-case/],
    ['an empty id', { ...pigello, id: '' }, /\.id: must be lower-case/],
    ['no credentials', { ...pigello, credentials: undefined }, /\.credentials: is missing; set it/],
    [
      'a credential missing',
      { ...pigello, credentials: { ...pigelloCredentials, serviceId: undefined } },
      /\.credentials\.serviceId: must be a text/,
    ],
    [
      'an empty credential',
      { ...pigello, credentials: { ...pigelloCredentials, serviceId: '' } },
      /\.credentials\.serviceId: must not be empty/,
    ],
    [
      'a credential that is a list',
      { ...pigello, credentials: { ...pigelloCredentials, serviceId: [secret] } },
      /\.credentials\.serviceId: must be a text/,
    ],
    [
      'an unknown credential',
      { ...pigello, credentials: { ...pigelloCredentials, token: secret } },
      /\.credentials: `token` is no setting; remove it/,
    ],
    [
      'an unknown setting',
      { ...pigello, basUrl: 'https://x' },
      /sources\[0\]: `basUrl` is no setting; remove it/,
    ],
    ['two unknown settings', { ...pigello, a: 1, b: 2 }, /`a`, `b` is no setting|`a`, `b` are no settings/],
    ['a bad address', { ...pigello, baseUrl: 'nowhere' }, /\.baseUrl: is not an http\(s\) URL/],
    ['plain http', { ...pigello, baseUrl: 'http://pigello.example' }, /\.baseUrl: plain http .* `allowHttp`/],
    ['a currency that is none', { ...pigello, currency: 'kr' }, /\.currency: must be three capital letters/],
    [
      'a time zone that is none',
      { ...pigello, timeZone: 'Stockholm' },
      /\.timeZone: is not an IANA time zone/,
    ],
    ["a page size beyond the vendor's", { ...pigello, pageSize: 501 }, /\.pageSize: /],
    ['a page size of nothing', { ...pigello, pageSize: 0 }, /\.pageSize: /],
    ['an unknown limit', { ...pigello, limits: { timeout: 1 } }, /\.limits: `timeout` is no setting/],
    ['a limit out of bounds', { ...pigello, limits: { callTimeout: 1 } }, /\.limits\.callTimeout: /],
    ['a status code that is none', { ...pigello, statusCodes: { one: 'OPEN' } }, /\.statusCodes/],
    ['a status that is none', { ...pigello, statusCodes: { '1': 'DONE' } }, /\.statusCodes\.1: /],
    ['an unknown path', { ...pigello, paths: { cellar: '/cellar/' } }, /\.paths/],
    [
      'a path without a slash',
      { ...pigello, paths: { building: 'buildings' } },
      /\.paths\.building: must start with \//,
    ],
  ])('stops the start with %s, naming its place', (_, source, message) => {
    const text = fault(file({ sources: [source] }));
    expect(text).toMatch(/config-\d+\.json: sources\[0\]/);
    expect(text).toMatch(message);
  });

  it('names every fault at once', () => {
    const text = fault(file({ sources: [{ ...pigello, id: 'A B', currency: 'kr', credentials: {} }] }));
    expect(text.split('\n').length).toBeGreaterThanOrEqual(9);
    for (const line of text.split('\n'))
      expect(line).toMatch(/^.*config-\d+\.json: sources\[0\]\.[\w.]+: .+\.$/);
  });

  it('may allow plain http, and what it overrides', () => {
    const source = {
      ...pigello,
      baseUrl: 'http://pigello.example',
      allowHttp: true,
      paths: { building: '/houses/list/' },
      statusCodes: { '7': 'WAITING' },
    };
    expect(read(file({ sources: [source] }))).toMatchObject([
      {
        baseUrl: 'http://pigello.example',
        paths: { building: '/houses/list/' },
        statusCodes: { '7': 'WAITING' },
      },
    ]);
  });

  it.each([
    [
      'is missing',
      { GATEHOUSE_CONFIG: join(folder, 'nowhere.json') },
      /nowhere\.json cannot be read \(ENOENT\)/,
    ],
    ['is a folder', { GATEHOUSE_CONFIG: folder }, /cannot be read \(EISDIR\)/],
    ['is no JSON', file(`{"sources": [{"secret": "${secret}"`), /config-\d+\.json is not JSON/],
    ['is empty', file(''), /is not JSON/],
    ['is a list', file([]), /must be an object such as/],
    ['is null', file('null'), /must be an object such as/],
    ['has no list', file({ sources: {} }), /`sources` must be a list/],
    ['has an unknown member', file({ sources: [], source: [] }), /`source` is no setting; remove it/],
  ])('that %s stops the start', (_, environment, message) => {
    expect(fault(environment)).toMatch(message);
  });
});

/** Something of the right form for a variable. */
function exampleOf(variable: string): string {
  return variable.endsWith('_URL') ? 'https://provider.example' : secret;
}

describe('a file', () => {
  it('without a source is no way to the sandbox', () => {
    expect(fault(file({ sources: [] }))).toMatch(/`sources` is empty/);
  });

  it('may not replace a path by one that lacks its places: all records would share a URL', () => {
    const casavi = { id: 'c', provider: 'casavi', credentials: { key: secret, secret } };
    const message = fault(file({ sources: [{ ...casavi, paths: { units: '/all-units' } }] }));
    expect(message).toContain('sources[0].paths.units');
    expect(message).toContain('{propertyId}');
    expect(read(file({ sources: [{ ...casavi, paths: { units: '/v2/{propertyId}/units' } }] }))).toHaveLength(
      1,
    );
  });
});
