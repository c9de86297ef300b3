/** The answer to whoever has had its share (RFC 6585, 4), in the form of GraphQL errors. */
export function tooMany(Response: typeof globalThis.Response, message: string, retryAfter: number): Response {
  const extensions = { code: 'RATE_LIMITED', retryable: true, retryAfter };
  return new Response(JSON.stringify({ errors: [{ message: `${message}; come back later.`, extensions }] }), {
    status: 429,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'retry-after': String(retryAfter),
    },
  });
}
