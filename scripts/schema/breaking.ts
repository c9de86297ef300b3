import { readdirSync, readFileSync } from 'node:fs';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { pathOf } from '../docs/files.js';

const folder = 'schema/released';

/** The schema of the last release, as SDL. */
export function releasedSdl(): string {
  const last = readdirSync(pathOf(folder))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .at(-1);
  if (last === undefined)
    throw new Error(`${folder}/ holds no release: write the schema of the last one there.`);
  return readFileSync(pathOf(`${folder}/${last}`), 'utf8');
}

/** What would make operations invalid, or their answers of another type, that were written for an earlier schema. */
export async function breakingChanges(earlier: string, later: string): Promise<readonly string[]> {
  const changes = await diff(buildSchema(earlier), buildSchema(later));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}
