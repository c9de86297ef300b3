import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './errors.js';

/** The variables that say where a server listens. */
export interface ListenVariables {
  readonly port: string;
  readonly host: string;
}

/**
 * @returns the address, e.g. `http://127.0.0.1:4000`
 * @throws ConfigError that names the variable and the cure
 */
export function listen(
  server: Server,
  port: number,
  host: string,
  variables: ListenVariables = { port: 'PORT', host: 'HOST' },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void =>
      reject(toListenError(error, port, host, variables));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      const { address, port: bound, family } = server.address() as AddressInfo;
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${bound}`);
    });
  });
}

/** What an operator can mend, in their words. */
function toListenError(
  error: NodeJS.ErrnoException,
  port: number,
  host: string,
  variables: ListenVariables,
): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `${variables.port}: ${port} is in use on ${host}; stop what uses it, or choose another port.`,
      );
    case 'EACCES':
      return new ConfigError(
        `${variables.port}: ${port} may not be used by this user; choose one from 1024 up.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(
        `${variables.host}: ${host} is no address of this machine; use 127.0.0.1, or 0.0.0.0 for all of them.`,
      );
    default:
      return error;
  }
}
