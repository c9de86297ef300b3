import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely, type TLSSocket } from 'node:tls';
import { isLoopback } from '../config/config.js';
import type { Finding } from './report.js';

/** How a host takes a connection. */
export interface Connection {
  /** Why there is none, e.g. `ENOTFOUND`; `null` where there is one. */
  readonly failure: string | null;
  /** `null` without TLS. */
  readonly certificate: Certificate | null;
}

export interface Certificate {
  /** Why it is not trusted, e.g. `CERT_HAS_EXPIRED`; `null` where it is. */
  readonly refused: string | null;
  readonly validTo: Date | null;
}

/** Connects and goes away again, without a request: what a client makes of a failure says less. */
export async function lookAt(baseUrl: string, timeout = 10_000): Promise<Connection> {
  const url = new URL(baseUrl);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  const port = url.port === '' ? (isSecure ? 443 : 80) : Number(url.port);
  if (!isSecure) {
    const socket = connect({ host, port });
    return {
      failure: await settled(socket, 'connect', timeout).finally(() => socket.destroy()),
      certificate: null,
    };
  }
  const socket = connectSecurely({
    host,
    port,
    // The name of a host that has none, but an address, must not be sent.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    // Nothing is sent: a certificate that is refused can still be looked at.
    rejectUnauthorized: false,
  });
  try {
    const failure = await settled(socket, 'secureConnect', timeout);
    return { failure, certificate: failure === null ? certificateOf(socket) : null };
  } finally {
    socket.destroy();
  }
}

/** The code of what went wrong; `null` once the connection is there. */
function settled(socket: Socket, event: string, timeout: number): Promise<string | null> {
  return new Promise((resolve) => {
    // Also hears of what comes after the end: nobody else listens.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    socket.setTimeout(timeout, () => resolve('ETIMEDOUT'));
    socket.once(event, () => resolve(null));
    socket.once('close', () => resolve('ECONNRESET'));
  });
}

function certificateOf(socket: TLSSocket): Certificate {
  // A text, whatever its type says.
  const refused = socket.authorizationError as unknown as
    string | { readonly code?: string } | null | undefined;
  const validTo = Date.parse(socket.getPeerCertificate().valid_to);
  return {
    refused: refused == null ? null : typeof refused === 'string' ? refused : (refused.code ?? 'refused'),
    validTo: Number.isNaN(validTo) ? null : new Date(validTo),
  };
}

const day = 86_400_000;
/** Days before its end at which a certificate is worth a warning. */
const soon = 14;

/** What is wrong with a connection; the first finding that is an error says that there can be no call. */
export function judgeConnection(
  baseUrl: string,
  { failure, certificate }: Connection,
  now: number = Date.now(),
): readonly Finding[] {
  const { hostname, protocol } = new URL(baseUrl);
  if (failure !== null) return [{ ...whole, ...unreachable(failure), severity: 'error' }];
  if (protocol === 'http:') {
    if (isLoopback(hostname)) return [];
    return [
      {
        ...whole,
        severity: 'warning',
        code: 'TLS',
        message: 'credentials and records travel in plain http',
        cure: 'Set baseUrl to https, and take `allowHttp` out of the configuration.',
      },
    ];
  }
  const refused = certificate?.refused ?? null;
  if (refused !== null) {
    return [
      {
        ...whole,
        severity: 'error',
        code: 'TLS',
        message: `the certificate of the host is refused (${refused})`,
        cure: cureOf(refused),
      },
    ];
  }
  const left = certificate?.validTo == null ? Infinity : (certificate.validTo.getTime() - now) / day;
  if (left > soon) return [];
  return [
    {
      ...whole,
      severity: 'warning',
      code: 'TLS',
      message: `the certificate of the host ends in ${Math.floor(left)} days`,
      cure: 'Whoever runs the host has to renew it: tell them now.',
    },
  ];
}

const whole = { endpoint: null } as const;

function unreachable(failure: string): Pick<Finding, 'code' | 'message' | 'cure'> {
  const code = 'UNREACHABLE';
  if (/^(ENOTFOUND|EAI_)/.test(failure)) {
    const message = `the host is not known (${failure})`;
    return {
      code,
      message,
      cure: 'Check the spelling of baseUrl, and whether this machine can resolve names.',
    };
  }
  if (failure === 'ECONNREFUSED') {
    const message = 'the connection is refused (ECONNREFUSED): nothing listens there';
    return { code, message, cure: 'Check host and port of baseUrl.' };
  }
  if (/^(EPROTO|ERR_SSL|ERR_TLS)/.test(failure)) {
    const message = `there is no TLS on this port, or another one (${failure})`;
    return { code: 'TLS', message, cure: 'Check scheme and port of baseUrl.' };
  }
  const message = `the host cannot be reached (${failure})`;
  return {
    code,
    message,
    cure: 'Check baseUrl, and the firewalls on the way from this machine to the host.',
  };
}

function cureOf(refused: string): string {
  if (refused === 'CERT_HAS_EXPIRED')
    return 'Whoever runs the host has to renew it; or this machine’s date is wrong.';
  if (refused === 'CERT_NOT_YET_VALID') return 'Set the date of this machine right.';
  if (refused === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'It is for another host name: check the host in baseUrl, and do not use an address in its place.';
  if (/SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)/.test(refused))
    return 'If the host is the right one: have its authority’s certificate in a file that NODE_EXTRA_CA_CERTS names.';
  return 'Check baseUrl; whoever runs the host has to install a certificate that others accept.';
}
