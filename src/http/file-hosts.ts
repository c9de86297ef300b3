import { isLoopback } from '../config/loopback.js';

/** Where files of a source may be fetched from, as its settings say. */
export interface FileRules {
  /** Hosts beside that of the source's base URL: `files.example.com`, `files.example.com:8443`, `*.example.com`. */
  readonly hosts: readonly string[];
  /** Whether plain http to a host other than loopback is allowed. */
  readonly allowHttp: boolean;
}

/** Whose host a file lies on: the source's own interface, a host that its settings name, or neither. */
export type FileHost = 'own' | 'named' | 'unknown';

/**
 * Providers' answers say where a file lies, so that whoever can write into them could have the gateway fetch anything it
 * can reach: only what the configuration names is fetched, and every redirect is looked at again.
 */
export function hostOf(url: URL, baseUrl: string, { hosts, allowHttp }: FileRules): FileHost {
  if (url.username !== '' || url.password !== '') return 'unknown';
  if (url.origin === new URL(baseUrl).origin) return 'own';
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && (allowHttp || isLoopback(url.hostname)));
  return isSafe && hosts.some((host) => fits(url.host, host)) ? 'named' : 'unknown';
}

function fits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
