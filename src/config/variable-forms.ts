import { isIP } from 'node:net';
import { z } from 'zod';
import { FAULT_FORMS, readFault, SANDBOX_NAMES, type SandboxFault } from '../sandbox/index.js';

/** What variables of the environment may look like. Each is a text, and becomes the value that the server works with. */

/** Each call makes a form of its own, since a description belongs to one form. */
export const text = () => z.string();

export function wholeNumber(least: number, most: number) {
  return z.string().transform((given, context) => {
    const number = Number(given);
    if (/^\d{1,9}$/.test(given) && number >= least && number <= most) return number;
    return refuse(context, `must be a whole number from ${least} to ${most}`);
  });
}

/** A part of a whole, from 0 to 1. */
export const share = () =>
  z.string().transform((given, context) => {
    const number = Number(given);
    if (/^(\d\.\d{1,9}|\d)$/.test(given) && number <= 1) return number;
    return refuse(context, 'must be a number from 0 to 1, such as 0.01');
  });

/** A number, or `off` for any number (`Infinity`). */
export function orOff(form: z.ZodType<number, string>) {
  return z.string().transform((given, context) => {
    if (given === 'off') return Infinity;
    const result = form.safeParse(given);
    if (result.success) return result.data;
    return refuse(context, `${result.error.issues[0]?.message}, or \`off\``);
  });
}

export const onOff = () =>
  z.enum(['on', 'off'], { error: 'must be `on` or `off`' }).transform((given) => given === 'on');

/** One of some words. */
export function oneOf<const W extends string>(words: readonly W[]) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` });
}

/** An http(s) URL to put paths behind: without user name, query and fragment, and without a slash at the end. */
export function publicUrl() {
  return z.string().transform((given, context) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    const isPlain =
      url !== null &&
      /^https?:$/.test(url.protocol) &&
      [url.username, url.password, url.search, url.hash].every((part) => part === '');
    if (isPlain) return url.href.replace(/\/+$/, '');
    return refuse(
      context,
      'must be the http(s) URL that clients reach the gateway by, such as https://api.example.com, without user name, ? and #',
    );
  });
}
/** An origin as browsers write it in `Origin`: it is compared letter by letter. */
export const origin = () =>
  z.string().refine((given) => {
    const url = URL.canParse(given) ? new URL(given) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.origin === given;
  }, 'must be an origin such as https://portal.example.com, without a path and in lower case; `*` and `null` are none');

/** An address, or a network as `address/bits`. */
export const network = () =>
  z.string().refine((given) => {
    const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(given) ?? [];
    const family = isIP(address);
    return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
  }, 'must be an address such as 10.0.0.7, or a network such as 10.0.0.0/8');

/** Several values, joined by commas; each is read by `form`, and what is empty is left out. */
export function list<T>(form: z.ZodType<T, string>) {
  return z.string().transform((given, context): readonly T[] => {
    const values: T[] = [];
    for (const entry of given.split(',').map((each) => each.trim())) {
      if (entry === '') continue;
      const result = form.safeParse(entry);
      if (!result.success) return refuse(context, `every entry ${result.error.issues[0]?.message}`);
      values.push(result.data);
    }
    return values;
  });
}

/** Secrets, joined by commas; `undefined` where there is none. */
export function keys(shortest: number) {
  return z.string().transform((given, context): readonly [string, ...string[]] | undefined => {
    const [first, ...others] = given
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== '');
    if (first === undefined) return undefined;
    if ([first, ...others].every((key) => key.length >= shortest)) return [first, ...others];
    return refuse(context, `every key must have at least ${shortest} characters`);
  });
}

/** A provider of the sandbox and what goes wrong with it: `casavi:503`. */
export function sandboxFault() {
  return z.string().transform((given, context): SandboxFault => {
    const [named = '', word = ''] = given.split(/:(.*)/);
    const provider = SANDBOX_NAMES.find((name) => name === named);
    if (provider === undefined)
      return refuse(context, `must begin with one of ${SANDBOX_NAMES.join(', ')} and a colon`);
    if (readFault(word) === null) return refuse(context, `must be, behind the colon, ${FAULT_FORMS}`);
    return { provider, word };
  });
}

function refuse(context: z.core.$RefinementCtx<string>, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
