import { Pool } from 'undici';

/** The upstream client of the candidates that are written by hand: a pool for each provider, and one login. */

export type Source = 'pigello' | 'facilitee' | 'homeq' | 'casavi';

export interface Providers {
  /** @param target path and query, beginning with a slash */
  get<T>(source: Source, target: string): Promise<T>;
}

/** What the bench tells every candidate by the environment. */
export interface Upstreams {
  readonly urls: Readonly<Record<Source, string>>;
  readonly credentials: Readonly<Record<Source, Readonly<Record<string, string>>>>;
  /** Calls under way at once for each provider. */
  readonly connections: number;
}

type Headers = Readonly<Record<string, string>>;

export function createProviders({ urls, credentials, connections }: Upstreams): Providers {
  const pools = Object.fromEntries(
    Object.entries(urls).map(([source, url]) => [source, new Pool(url, { connections })]),
  ) as Readonly<Record<Source, Pool>>;

  const post = async (source: Source, path: string, type: string, body: string): Promise<string> => {
    const answer = await pools[source].request({
      method: 'POST',
      path,
      headers: { 'content-type': type },
      body,
    });
    const { token, access_token: accessToken } = (await answer.body.json()) as Record<string, string>;
    const got = token ?? accessToken;
    if (got === undefined) throw new Error(`${source} refused the login (${answer.statusCode})`);
    return got;
  };

  const logins: Readonly<Record<Source, () => Promise<Headers>>> = {
    async pigello() {
      const { customerId, applicationId, serviceId, serviceVersionId, clientCt, clientEntity, clientSecret } =
        credentials.pigello;
      return {
        'x-pigello-customer-id': customerId ?? '',
        'x-pigello-application-id': applicationId ?? '',
        'x-pigello-service-id': serviceId ?? '',
        'x-pigello-service-version-id': serviceVersionId ?? '',
        'x-pigello-client-ct': clientCt ?? '',
        'x-pigello-client-entity': clientEntity ?? '',
        'x-pigello-client-secret': clientSecret ?? '',
      };
    },
    async facilitee() {
      const { clientId = '', clientSecret = '' } = credentials.facilitee;
      const form = new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        scope: 'openid api',
        grant_type: 'client_credentials',
      });
      const type = 'application/x-www-form-urlencoded';
      const token = await post('facilitee', '/api/connect/token', type, form.toString());
      // Facilitee wants a content type of a GET, too.
      return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    },
    async homeq() {
      const body = JSON.stringify(credentials.homeq);
      return { authorization: `JWT ${await post('homeq', '/api/v2/tokens/', 'application/json', body)}` };
    },
    async casavi() {
      const body = JSON.stringify(credentials.casavi);
      return { token: await post('casavi', '/authenticate', 'application/json', body) };
    },
  };
  /** One login for the life of the process: a run ends before a token does. */
  const headers = new Map<Source, Promise<Headers>>();
  const headersOf = (source: Source): Promise<Headers> => {
    let known = headers.get(source);
    if (known === undefined) headers.set(source, (known = logins[source]()));
    return known;
  };

  return {
    async get<T>(source: Source, path: string): Promise<T> {
      const { statusCode, body } = await pools[source].request({
        method: 'GET',
        path,
        headers: await headersOf(source),
      });
      if (statusCode !== 200) throw new Error(`${source} answered ${statusCode}`);
      return (await body.json()) as T;
    },
  };
}
