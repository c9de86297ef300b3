import { addHours } from './calendar.js';
import type { Comment, FileRecord, Issue, Person, Tenancy, Unit } from './model.js';
import { createRandom } from './random.js';

/** What files hang on. */
export interface Shelf {
  readonly seed: number;
  readonly units: readonly Unit[];
  readonly persons: readonly Person[];
  readonly tenancies: readonly Tenancy[];
  readonly issues: readonly Issue[];
  readonly comments: readonly Comment[];
}

/** Files everything that was signed, photographed or attached. */
export function createFiles(shelf: Shelf): FileRecord[] {
  const random = createRandom(shelf.seed, 'files');
  const files: FileRecord[] = [];
  const add = (
    file: Pick<FileRecord, 'kind' | 'ownerType' | 'ownerKey' | 'name' | 'createdAt'> & {
      signedAt?: string | null;
    },
  ): void => {
    const ordinal = files.length + 1;
    // Member by member: with half a million of them, spreading shows.
    files.push({
      signedAt: file.signedAt ?? null,
      ownerType: file.ownerType,
      ownerKey: file.ownerKey,
      kind: file.kind,
      name: file.name,
      createdAt: file.createdAt,
      key: `file-${ordinal}`,
      ordinal,
      contentType: TYPES[file.name.slice(file.name.lastIndexOf('.'))] ?? 'application/pdf',
      oddity: ordinal % 89 === 0 ? 'null-members' : null,
    });
  };

  for (const tenancy of shelf.tenancies) {
    if (tenancy.kind === 'ownership' || tenancy.state === 'undated' || random.chance(22)) continue;
    const owner = { ownerType: 'tenancy', ownerKey: tenancy.key } as const;
    // Contracts have been signed electronically since 2021; older ones are scans.
    if (tenancy.startDate === null || tenancy.startDate < '2021-01-01') {
      add({
        ...owner,
        kind: 'contract-scan',
        name: `Hyreskontrakt ${tenancy.reference}.pdf`,
        createdAt: tenancy.createdAt,
      });
    } else {
      const signedAt = tenancy.signedOn === null ? null : `${tenancy.signedOn}T12:00:00.000Z`;
      const name = `Avtal ${tenancy.reference}.zip`;
      add({ ...owner, kind: 'contract-digital', name, createdAt: tenancy.createdAt, signedAt });
    }
    if (random.chance(20)) {
      const name = `Bilaga trivselregler ${tenancy.reference}.pdf`;
      add({ ...owner, kind: 'contract-appendix', name, createdAt: addHours(tenancy.createdAt, 2) });
    }
  }
  for (const unit of shelf.units) {
    if (!random.chance(18)) continue;
    const owner = { ownerType: 'unit', ownerKey: unit.key, kind: 'unit' } as const;
    add({ ...owner, name: `Energielabel ${unit.number}.pdf`, createdAt: addHours(unit.createdAt, 9) });
    if (random.chance(40))
      add({ ...owner, name: `plattegrond-${unit.number}.png`, createdAt: addHours(unit.createdAt, 10) });
  }
  for (const person of shelf.persons) {
    if (!person.roles.includes('service-provider') || !random.chance(60)) continue;
    const owner = { ownerType: 'person', ownerKey: person.key, kind: 'service-provider' } as const;
    add({ ...owner, name: 'Insurance certificate 2026.pdf', createdAt: addHours(person.createdAt, 30) });
    if (random.chance(40)) add({ ...owner, name: 'Rates.pdf', createdAt: addHours(person.createdAt, 31) });
  }
  for (const issue of shelf.issues) {
    if (!random.chance(38)) continue;
    const owner = { ownerType: 'issue', ownerKey: issue.key } as const;
    const photos = random.int(1, 3);
    for (let nth = 1; nth <= photos; nth++) {
      add({ ...owner, kind: 'issue-photo', name: `bild ${nth}.png`, createdAt: issue.createdAt });
    }
    if (random.chance(15)) {
      add({
        ...owner,
        kind: 'issue-document',
        name: 'Übergabeprotokoll.pdf',
        createdAt: addHours(issue.createdAt, 1),
      });
    }
  }
  for (const comment of shelf.comments) {
    if (!random.chance(10)) continue;
    const owner = { ownerType: 'comment', ownerKey: comment.key } as const;
    add({
      ...owner,
      kind: 'comment',
      name: `kommentar-${comment.ordinal}.png`,
      createdAt: comment.createdAt,
    });
  }
  return files;
}

const TYPES: Readonly<Record<string, FileRecord['contentType']>> = {
  '.pdf': 'application/pdf',
  '.zip': 'application/zip',
  '.png': 'image/png',
};
