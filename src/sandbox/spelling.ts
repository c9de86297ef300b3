import type { SystemName } from './model.js';

/**
 * A reference as somebody typed it into a system. The landlord's people enter references by hand, in each system anew:
 * what is `H-1004` on paper is `h-1004` here and `H 1004` there. Which ones differ is decided by position, not by chance.
 * Pigello and casavi are left alone: casavi names its records by them.
 */
export function spelled(
  record: { readonly reference: string; readonly ordinal: number },
  system: SystemName,
): string {
  const habit = HABITS[system]?.[record.ordinal % 10];
  return habit === undefined ? record.reference : habit(record.reference);
}

type Habit = (reference: string) => string;

const lowerCase: Habit = (reference) => reference.toLowerCase();
const blanksAround: Habit = (reference) => ` ${reference} `;
const hyphensAs =
  (sign: string): Habit =>
  (reference) =>
    reference.replaceAll('-', sign);

/** By the last digit of the ordinal; what ends in 4 differs in both systems. */
const HABITS: Partial<Record<SystemName, Readonly<Record<number, Habit>>>> = {
  // HomeQ finds a whole reference only, and a reader drops the blanks around it: none are added here.
  homeq: { 2: hyphensAs(' '), 4: lowerCase, 5: hyphensAs(''), 7: hyphensAs('/') },
  facilitee: { 0: lowerCase, 3: blanksAround, 4: hyphensAs(' '), 9: hyphensAs('_') },
};
