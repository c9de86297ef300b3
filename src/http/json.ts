import { UnexpectedShapeError, type BadResponse, type Origin } from '../errors.js';

/** What JSON may be served as. Some servers name no type, or plain text. */
const jsonTypes = /^(application\/([\w.-]+\+|x-)?json|text\/json|text\/plain)$/;

/** What else servers say of their answers, as messages name it. */
const commonTypes: ReadonlySet<string> = new Set([
  'application/octet-stream',
  'application/pdf',
  'application/xml',
  'text/css',
  'text/csv',
  'text/javascript',
  'text/xml',
]);

/** Documented answers have a handful of levels; a reader that recurses must not meet more than its stack holds. */
const deepest = 64;

/** What the head of an answer says of its body. */
export interface ContentType {
  readonly type: string | null;
  readonly charset: string;
}

export function readContentType(header: string | string[] | undefined): ContentType {
  const text = Array.isArray(header) ? (header[0] ?? '') : (header ?? '');
  // A proxy may have written it twice.
  const [first = ''] = text.split(',');
  const [type = '', ...parameters] = first.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length);
  return { type: type === '' ? null : type, charset: charset?.replace(/^["']|["']$/g, '') || 'utf-8' };
}

/**
 * The value in a JSON body.
 *
 * Whole numbers beyond 2^53 come as text: keys are among them, and the nearest double would be another record's key.
 * @throws UnexpectedShapeError whose message quotes nothing of the body
 */
export function readJson(
  origin: Origin,
  name: string,
  bytes: Buffer,
  { type, charset }: ContentType,
): unknown {
  const refuse = (reason: BadResponse, what: string): UnexpectedShapeError =>
    new UnexpectedShapeError(origin, `${name} answered ${what}`, reason);
  const page = (): UnexpectedShapeError => refuse('HTML', 'a page of HTML where JSON is documented');
  if (type === 'text/html' || type === 'application/xhtml+xml') throw page();
  if (type !== null && !jsonTypes.test(type)) {
    // The type is the provider's word, and may hold anything: only those that are common are repeated.
    const told = commonTypes.has(type) ? type : 'another content type';
    throw refuse('CONTENT_TYPE', `${told} where JSON is documented`);
  }

  const decoder = decoderOf(charset);
  if (decoder === null) throw refuse('ENCODING', 'text that is not of a known encoding');
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw refuse('ENCODING', `text that is not ${decoder.encoding}`);
  }
  const { depth, numbers } = survey(text);
  if (depth > deepest) throw refuse('TOO_DEEP', `JSON nested deeper than ${deepest} levels`);
  if (numbers.some(([from, to]) => Math.abs(Number(text.slice(from, to))) === Infinity))
    throw refuse('NUMBER', 'a number that is larger than any number can be');
  try {
    return JSON.parse(quoteLongIntegers(text, numbers)) as unknown;
  } catch {
    // The parser's own message quotes the body: it is left behind on purpose.
    throw /^\s*</.test(text) ? page() : refuse('NOT_JSON', 'something that is not JSON, or that ends early');
  }
}

/** `null` for an encoding that nobody knows. */
function decoderOf(charset: string): TextDecoder | null {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return null;
  }
}

/** Where a number stands in a text. */
type Span = readonly [from: number, to: number];

interface Survey {
  readonly depth: number;
  /** Numbers that a double may not hold: those of 16 digits and more, and those with an exponent. */
  readonly numbers: readonly Span[];
}

/** Digits that every double can hold. */
const safeDigits = 15;

/** Looks at every character once: this is done for each answer, and most have nothing to find. */
function survey(text: string): Survey {
  const numbers: Span[] = [];
  let depth = 0;
  let most = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) {
      index = endOfString(text, index);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > most) most = depth;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    } else if (isDigit(code) || code === 0x2d) {
      const from = index;
      let hasExponent = false;
      for (index += 1; index < text.length; index += 1) {
        const next = text.charCodeAt(index);
        if (next === 0x65 || next === 0x45) hasExponent = true;
        else if (!isDigit(next) && next !== 0x2e && next !== 0x2b && next !== 0x2d) break;
      }
      if (hasExponent || index - from > safeDigits) numbers.push([from, index]);
      index -= 1;
    }
  }
  return { depth: most, numbers };
}

function endOfString(text: string, start: number): number {
  let index = start + 1;
  for (; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x22) break;
    if (code === 0x5c) index += 1;
  }
  return index;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The same text with whole numbers that no double holds as strings. What is no number of JSON is left for the parser to refuse. */
function quoteLongIntegers(text: string, numbers: readonly Span[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of numbers) {
    const token = text.slice(from, to);
    if (!/^-?[1-9]\d*$/.test(token) || Number.isSafeInteger(Number(token))) continue;
    // A name of a member must be a string: a number there is no JSON, and must not become it.
    if (/^\s*:/.test(text.slice(to, to + 16))) continue;
    parts.push(text.slice(done, from), '"', token, '"');
    done = to;
  }
  return done === 0 ? text : [...parts, text.slice(done)].join('');
}
