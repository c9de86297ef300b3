import { Lexer, Source, TokenKind } from 'graphql';
import type { Excess } from './limit-error.js';
import type { Limits } from './limits.js';

/**
 * Levels of brackets of any kind. Parser and validation call themselves once a level or more: a document must not end
 * them. Limits on depth are far below.
 */
const deepestNesting = 300;

/**
 * What is too much in the text of a document, before it is parsed.
 *
 * armor's rule for tokens and the parser's own option both say `Syntax Error`, and neither has a code.
 */
export function excessOfText(
  text: string,
  limits: Pick<Limits, 'documentBytes' | 'tokens'>,
): Excess | undefined {
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.documentBytes) {
    return {
      what: `The document has ${bytes} bytes`,
      found: bytes,
      limit: limits.documentBytes,
      setting: 'GATEHOUSE_MAX_DOCUMENT_BYTES',
    };
  }
  const { tokens, nesting } = count(text, limits.tokens);
  if (tokens > limits.tokens) {
    return {
      what: `The document has more than ${limits.tokens} tokens`,
      found: tokens,
      limit: limits.tokens,
      setting: 'GATEHOUSE_MAX_TOKENS',
    };
  }
  if (nesting > deepestNesting) {
    return {
      what: `The document nests brackets more than ${deepestNesting} levels deep`,
      found: nesting,
      limit: deepestNesting,
      setting: 'GATEHOUSE_MAX_DEPTH',
    };
  }
  return undefined;
}

/** Stops where there are more tokens than allowed, or where the text is no GraphQL: that is for the parser to tell. */
function count(text: string, most: number): { readonly tokens: number; readonly nesting: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let level = 0;
  let nesting = 0;
  try {
    while (tokens <= most) {
      const { kind } = lexer.advance();
      if (kind === TokenKind.EOF) break;
      tokens += 1;
      if (kind === TokenKind.BRACE_L || kind === TokenKind.BRACKET_L || kind === TokenKind.PAREN_L)
        nesting = Math.max(nesting, (level += 1));
      else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R)
        level -= 1;
    }
  } catch {
    // A syntax error.
  }
  return { tokens, nesting };
}
