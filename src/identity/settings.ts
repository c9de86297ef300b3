import { z } from 'zod';
import { parseGlobalId } from '../domain/global-id.js';
import { rules, type LinkableType } from './rules.js';

const seconds = (fallback: number): z.ZodDefault<z.ZodNumber> =>
  z.number().int().min(0).max(604_800).default(fallback);

const ruleNames = <T extends LinkableType>(type: T): z.ZodDefault<z.ZodArray<z.ZodType<string>>> => {
  const names = Object.keys(rules[type]) as [string, ...string[]];
  return z.array(z.enum(names)).default(names);
};

/** Ids of records that are one thing, or that are not. All must be of one type. */
const records = z
  .array(z.string())
  .min(2)
  .check((context) => {
    const types = new Set(context.value.map((id) => parseGlobalId(id)?.type));
    const [type] = types;
    if (types.size === 1 && (type === 'Building' || type === 'Unit' || type === 'Person')) return;
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: 'must be ids of buildings, of units or of persons, as a query returns them, all of one type',
    });
  });

/** For fields of the merged view, e.g. `Unit.rent`, sources in the order in which they are preferred. */
const preferences = z.record(z.string(), z.array(z.string()).min(1)).check((context) => {
  for (const name of Object.keys(context.value)) {
    if (/^(Building|Unit|Person)\.\w+$/.test(name)) continue;
    context.issues.push({
      code: 'custom',
      input: context.value,
      path: [name],
      message: 'must be a type and a field, e.g. `Unit.rent`',
    });
  }
});

/** `identity` in the configuration file. */
export const identitySettings = z.strictObject({
  refreshSeconds: seconds(300).describe(
    'How long the references of a source are taken as they were read. After that, whoever needs them reads them again.',
  ),
  staleSeconds: seconds(86_400).describe(
    'How long what was read of a source is used, marked stale, while the source cannot be read again.',
  ),
  maxRecords: z
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(10_000)
    .describe(
      'Records of one type that are read and kept of a source for comparing. Of longer lists, the rest is looked up by reference where it is asked for.',
    ),
  rules: z
    .strictObject({
      Building: ruleNames('Building').describe('Rules for buildings, in the order in which they are tried.'),
      Unit: ruleNames('Unit').describe('Rules for units, in the order in which they are tried.'),
      Person: ruleNames('Person').describe('Rules for persons, in the order in which they are tried.'),
    })
    .prefault({})
    .describe('How records are found to be the same. An empty list links by hand only.'),
  generatedReferences: z
    .array(z.string().refine(isPattern, 'must be a regular expression'))
    .default(['^PU-[0-9A-F]{6,}$'])
    .describe('Regular expressions for unit references that a system made up by itself: they prove nothing.'),
  same: z
    .array(records)
    .default([])
    .describe('Sets of ids of records that are one thing, whatever the rules say.'),
  different: z
    .array(records)
    .default([])
    .describe('Sets of ids of records that are different things, whatever the rules say.'),
  prefer: preferences
    .default({})
    .describe(
      'For a field of the merged view, e.g. `Unit.rent`, the ids of the sources whose value is preferred, best first. Sources that are not named follow in their order.',
    ),
});

export type IdentitySettings = z.infer<typeof identitySettings>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
