import type { Readable } from 'node:stream';
import { Agent, request, type Dispatcher } from 'undici';
import {
  RejectedCredentialsError,
  TimedOutError,
  UnexpectedShapeError,
  UnknownHostError,
  type Origin,
} from '../errors.js';
import { discard, statusError, toFailure, toUpstreamError } from './exchange.js';
import { hostOf, type FileHost, type FileRules } from './file-hosts.js';
import type { ClientLimits } from './limits.js';
import { joinWatches, type CallFailure, type Patience, type SourceWatch } from './patience.js';

/** Stands for a file's address in logs and errors: whoever has the address may open the file. */
export const filePath = '{file}';
const name = `GET ${filePath}`;

/** A file by the address that the provider gave. */
export interface FileCall {
  readonly url: string;
  /** `range` and `if-range`, where only a part is wanted. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file as it begins to arrive. Whoever gets it reads the body or destroys it. */
export interface FileAnswer {
  /** 200 the whole, 206 the part that was asked for, 416 there is no such part. */
  readonly status: 200 | 206 | 416;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Readable;
}

export interface FilesOptions {
  readonly origin: Origin;
  readonly baseUrl: string;
  readonly limits: Pick<ClientLimits, 'callTimeout' | 'connectTimeout' | 'firstByteTimeout'>;
  readonly rules: FileRules;
  /** Whoever looks on at the source's calls. */
  readonly watches: ReadonlySet<SourceWatch>;
  /** The source's login, for files on its own host that are not given without. */
  login(patience: Patience): Promise<Readonly<Record<string, string>>>;
  /** After a 401 to a call that carried `sent`: whether there is something new to try. */
  renew(sent: Readonly<Record<string, string>>): boolean;
}

export interface Files {
  /**
   * Opens a file. The patience's deadline holds until the file begins to arrive; its signal for as long as it does.
   * @throws UpstreamError
   */
  open(call: FileCall, patience: Patience): Promise<FileAnswer>;
  /** Opens none any more. Resolves once those under way have come to their end. */
  finish(): Promise<void>;
  /** Ends those under way, too. */
  close(): Promise<void>;
}

/** Redirects that are followed: an interface leads to a store, and a store to its nearest place. */
const mostRedirects = 3;

/**
 * Fetches files as they come, without reading them. Apart from the exchange, which reads answers to their end: a file may
 * be large, its host another, and its connections must not take the places of calls.
 */
export function createFiles(options: FilesOptions): Files {
  const { origin, baseUrl, limits, rules, watches } = options;
  const dispatcher = new Agent({
    connectTimeout: limits.connectTimeout,
    headersTimeout: 0,
    // From piece to piece. A file may take as long as its size does, and a client that reads slowly is not the provider's fault.
    bodyTimeout: limits.callTimeout,
  });

  const place = (url: URL): FileHost => {
    const host = hostOf(url, baseUrl, rules);
    if (host !== 'unknown') return host;
    throw new UnknownHostError(
      origin,
      'the file lies on a host that the source does not name; if it is the provider\'s, add it to "documentHosts" of the source',
      url.host,
    );
  };

  const send = async (
    url: URL,
    headers: Readonly<Record<string, string>>,
    patience: Patience,
  ): Promise<Dispatcher.ResponseData> => {
    const clock = startClock(origin, patience, limits.firstByteTimeout);
    const end = joinWatches(patience.watch, watches)?.({ method: 'GET', path: filePath, login: false });
    let status: number | null = null;
    let failure: CallFailure | null = null;
    try {
      const answer = await request(url, {
        // Bytes as they are stored: ranges count those.
        headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers },
        dispatcher,
        signal: clock.signal,
      });
      status = answer.statusCode;
      // Told apart below, where it is known what is tried next.
      if (status >= 400 && !isPartial(status)) failure = 'UPSTREAM_STATUS';
      clock.headIsHere();
      // It may fail before anybody reads it.
      answer.body.on('error', () => undefined);
      answer.body.once('close', clock.stop);
      return answer;
    } catch (error) {
      clock.stop();
      const told = toUpstreamError(origin, name, error, clock.signal);
      failure = toFailure(told);
      throw told;
    } finally {
      // How many bytes there are is known to whoever reads them.
      end?.({ status, bytes: 0, failure });
    }
  };

  return {
    async open(call, patience) {
      let url = new URL(call.url);
      let credentials: Readonly<Record<string, string>> | null = null;
      let isRenewed = false;
      for (let redirects = 0; ;) {
        const host = place(url);
        const answer = await send(url, { ...credentials, ...call.headers }, patience);
        const { statusCode: status, headers } = answer;
        if (status === 200 || (isPartial(status) && call.headers?.['range'] !== undefined)) {
          if (status !== 206 || isRange(headers['content-range']))
            return { status, headers, body: answer.body };
          answer.body.destroy();
          throw new UnexpectedShapeError(origin, `${name} answered a part of a file, and not which one`);
        }

        await discard(answer);
        const location = headers['location'];
        if (isRedirect(status) && typeof location === 'string') {
          if (redirects === mostRedirects || !URL.canParse(location, url))
            throw statusError(origin, name, status, headers);
          redirects += 1;
          url = new URL(location, url);
          // A login is for the place that asked for it.
          credentials = null;
          continue;
        }
        if (host === 'own' && (status === 401 || status === 403)) {
          // Asked without first: a signed address is refused where a login stands beside its signature.
          if (credentials === null) {
            credentials = await options.login(patience);
            continue;
          }
          if (status === 401 && !isRenewed && options.renew(credentials)) {
            isRenewed = true;
            credentials = await options.login(patience);
            continue;
          }
        }
        throw refusal(origin, host, status) ?? statusError(origin, name, status, headers);
      }
    },
    finish: () => dispatcher.close(),
    close: () => dispatcher.destroy(),
  };
}

function isPartial(status: number): status is 206 | 416 {
  return status === 206 || status === 416;
}

function isRange(header: string | string[] | undefined): boolean {
  return typeof header === 'string' && /^bytes \d{1,15}-\d{1,15}\/(\d{1,15}|\*)$/.test(header);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** A store that refuses an address refuses the address, since no login was sent there. */
function refusal(origin: Origin, host: FileHost, status: number): Error | null {
  if (status !== 401 && status !== 403) return null;
  return host === 'own'
    ? new RejectedCredentialsError(origin, `the credentials were refused (${status}) by ${name}`, {
        cause: status,
      })
    : new UnexpectedShapeError(
        origin,
        `the address that the provider gave for a file was refused (${status})`,
      );
}

interface Clock {
  readonly signal: AbortSignal;
  /** From now on only whoever waits ends it. */
  headIsHere(): void;
  readonly stop: () => void;
}

/** Aborts when nobody waits any more, and until the head is here at the deadline and after the time of a first byte. */
function startClock(origin: Origin, { signal, deadline }: Patience, firstByteTimeout: number): Clock {
  const controller = new AbortController();
  const left = deadline - Date.now();
  if (left <= 0) throw new TimedOutError(origin, `no time left for ${name}`);
  const isTheirs = firstByteTimeout <= left;
  const timer = setTimeout(
    () => controller.abort(new TimedOutError(origin, `${name} was not answered in time`, { isTheirs })),
    Math.min(firstByteTimeout, left),
  );
  const leave = (): void => controller.abort(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  return {
    signal: controller.signal,
    headIsHere: () => clearTimeout(timer),
    stop() {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
    },
  };
}
