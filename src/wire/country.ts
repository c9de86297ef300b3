/**
 * Countries as vendors write them: a code, or a name in English or in the language of the customer. Only names that
 * are in Unicode's lists are translated; an unknown one stays text.
 */
const languages = ['en', 'sv', 'nl', 'de'] as const;

let codesByName: ReadonlyMap<string, string> | undefined;

/** ISO 3166-1 alpha-2, or null where the text is no country that is known. */
export function toCountryCode(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const wanted = text.trim();
  if (/^[A-Z]{2}$/.test(wanted)) return current(wanted);
  codesByName ??= readNames();
  return codesByName.get(wanted.toLowerCase()) ?? null;
}

/** The English name of a code; text that is no code is a name already. */
export function toCountryName(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.trim() === '') return null;
  const wanted = text.trim();
  return /^[A-Z]{2}$/.test(wanted) ? englishName(wanted) : wanted;
}

/** What was asked of Intl, by the code: there are 676 at most, and each address has one. */
const englishNames = new Map<string, string>();
const currentCodes = new Map<string, string>();

function englishName(code: string): string {
  let name = englishNames.get(code);
  if (name === undefined)
    englishNames.set(code, (name = new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code));
  return name;
}

function readNames(): ReadonlyMap<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code)?.toLowerCase();
      if (name !== undefined && current(code) === code && !noCountries.has(code) && !names.has(name)) {
        names.set(name, code);
      }
    }
  }
  return names;
}

/** Regions of Unicode that are no countries of ISO 3166. */
const noCountries: ReadonlySet<string> = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']);

/** The code in use today: Unicode still names withdrawn ones, so that Germany would be DD and Yemen YD. */
function current(code: string): string {
  let known = currentCodes.get(code);
  if (known === undefined) currentCodes.set(code, (known = new Intl.Locale(`und-${code}`).region ?? code));
  return known;
}
