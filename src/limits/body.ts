/**
 * The bytes of a request's body; `null` as soon as there are more than allowed. What follows is let go by, so that the
 * client can read why.
 *
 * Not yoga's `maxRequestBodySize`: it passes every body through one more stream, and its refusal has no code of ours.
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null;
  const reader = request.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    if (bytes > most) {
      void letGo(reader);
      return null;
    }
    chunks.push(value);
  }
}

/** Ends with the request, or with the time that a client has for it. */
async function letGo(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The client has gone.
  }
}
