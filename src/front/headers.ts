/** Headers of every answer, whoever gives it: the gateway serves data to programs, and nothing that a browser would show. */
export function securityHeaders(hsts: number): Readonly<Record<string, string>> {
  return {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    // Personal data is kept by nobody on the way.
    'cache-control': 'no-store',
    ...(hsts === Infinity ? {} : { 'strict-transport-security': `max-age=${hsts}` }),
  };
}

/** GraphiQL is one page with all its scripts in it; its editor runs workers from blobs. It speaks to its own server alone. */
export const graphiqlPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
