import {
  Kind,
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How much a document asks for. Of several operations the largest counts. */
export interface Measures {
  /** Levels of fields. */
  readonly depth: number;
  /** Levels of fields, where they ask for the schema. */
  readonly schemaDepth: number;
  /** Fields at the top of an operation, and all of them; those of a fragment count wherever it is spread. */
  readonly rootFields: number;
  readonly fields: number;
  /** How often one response name stands in one place. */
  readonly duplicates: number;
  readonly aliases: number;
  readonly directives: number;
  readonly directivesPerPlace: number;
}

/** Fields that are merged into one object: those of a selection set and of what is spread in it. */
interface Place {
  readonly names: Map<string, number>;
  readonly spreads: string[];
}

interface Spread {
  readonly name: string;
  readonly level: number;
  readonly inSchema: boolean;
}

/** A definition as it stands, without what it spreads. */
interface Outline {
  readonly top: Place;
  readonly places: Place[];
  readonly spreads: Spread[];
  fields: number;
  depth: number;
  schemaDepth: number;
}

/** A fragment with all that it spreads. */
interface Total {
  readonly fields: number;
  readonly depth: number;
  readonly schemaDepth: number;
  readonly names: ReadonlyMap<string, number>;
}

interface Counts {
  aliases: number;
  directives: number;
  directivesPerPlace: number;
}

/**
 * One walk over the document, without recursion. Each fragment is looked at once, however often it is spread: a handful
 * of fragments that spread each other can stand for billions of fields, and counting must not take longer for it.
 * A circle of fragments counts as if it ended where it closes; validation refuses it.
 */
export function measure(document: DocumentNode): Measures {
  const counts: Counts = { aliases: 0, directives: 0, directivesPerPlace: 0 };
  const fragments = new Map<string, Outline>();
  const operations: Outline[] = [];
  const outlines: Outline[] = [];
  for (const definition of document.definitions) {
    if (!isExecutable(definition)) continue;
    const outline = outlineOf(definition, counts);
    outlines.push(outline);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(outline);
    else fragments.set(definition.name.value, outline);
  }
  const totals = totalFragments(fragments);
  const whole = outlines.map((outline) => totalOf(outline, totals));
  // How deep a fragment goes is told by where it is spread; what it holds is validated wherever it is not.
  const run = operations.map((outline) => totalOf(outline, totals));
  const duplicates = outlines.flatMap(({ places }) => places.map((place) => mostOf(namesOf(place, totals))));
  const roots = operations.map(({ top }) => sumOf(namesOf(top, totals)));
  return {
    ...counts,
    depth: largest(run.map(({ depth }) => depth)),
    schemaDepth: largest(run.map(({ schemaDepth }) => schemaDepth)),
    fields: largest(whole.map(({ fields }) => fields)),
    rootFields: largest(roots),
    duplicates: largest(duplicates),
  };
}

function isExecutable(
  definition: DocumentNode['definitions'][number],
): definition is ExecutableDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;
}

function outlineOf(definition: ExecutableDefinitionNode, counts: Counts): Outline {
  const countDirectives = (directives: FragmentDefinitionNode['directives']): void => {
    const { length } = directives ?? [];
    counts.directives += length;
    counts.directivesPerPlace = Math.max(counts.directivesPerPlace, length);
  };
  countDirectives(definition.directives);
  if (definition.kind === Kind.OPERATION_DEFINITION) {
    for (const variable of definition.variableDefinitions ?? []) countDirectives(variable.directives);
  }

  const top: Place = { names: new Map(), spreads: [] };
  const outline: Outline = { top, places: [top], spreads: [], fields: 0, depth: 0, schemaDepth: 0 };
  const open: { set: SelectionSetNode; place: Place; level: number; inSchema: boolean }[] = [
    { set: definition.selectionSet, place: top, level: 0, inSchema: false },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { set, place, level, inSchema } = next;
    for (const selection of set.selections) {
      countDirectives(selection.directives);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value: name } = selection.name;
        place.spreads.push(name);
        outline.spreads.push({ name, level, inSchema });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        open.push({ set: selection.selectionSet, place, level, inSchema });
      } else {
        const { name, alias, selectionSet: inner } = selection;
        if (alias !== undefined) counts.aliases += 1;
        add(place.names, (alias ?? name).value, 1);
        outline.fields += 1;
        const isSchema = inSchema || name.value === '__schema' || name.value === '__type';
        if (isSchema) outline.schemaDepth = Math.max(outline.schemaDepth, level + 1);
        else outline.depth = Math.max(outline.depth, level + 1);
        if (inner === undefined) continue;
        const below: Place = { names: new Map(), spreads: [] };
        outline.places.push(below);
        open.push({ set: inner, place: below, level: level + 1, inSchema: isSchema });
      }
    }
  }
  return outline;
}

/** Each fragment after those that it spreads. */
function totalFragments(fragments: ReadonlyMap<string, Outline>): ReadonlyMap<string, Total> {
  const totals = new Map<string, Total>();
  const begun = new Set<string>();
  for (const start of fragments.keys()) {
    const open = [start];
    for (let name = open.at(-1); name !== undefined; name = open.at(-1)) {
      const outline = fragments.get(name);
      if (outline === undefined || totals.has(name)) {
        open.pop();
      } else if (begun.has(name)) {
        totals.set(name, totalOf(outline, totals));
        open.pop();
      } else {
        begun.add(name);
        for (const spread of outline.spreads) if (!begun.has(spread.name)) open.push(spread.name);
      }
    }
  }
  return totals;
}

function totalOf(outline: Outline, totals: ReadonlyMap<string, Total>): Total {
  let { fields, depth, schemaDepth } = outline;
  for (const { name, level, inSchema } of outline.spreads) {
    const total = totals.get(name);
    if (total === undefined) continue;
    fields = bounded(fields + total.fields);
    schemaDepth = Math.max(schemaDepth, level + total.schemaDepth);
    if (inSchema) schemaDepth = Math.max(schemaDepth, level + total.depth);
    else depth = Math.max(depth, level + total.depth);
  }
  return { fields, depth, schemaDepth, names: namesOf(outline.top, totals) };
}

/** How often each response name stands in a place. */
function namesOf({ names, spreads }: Place, totals: ReadonlyMap<string, Total>): ReadonlyMap<string, number> {
  if (spreads.length === 0) return names;
  const merged = new Map(names);
  for (const spread of spreads) {
    for (const [name, times] of totals.get(spread)?.names ?? []) add(merged, name, times);
  }
  return merged;
}

function add(names: Map<string, number>, name: string, times: number): void {
  names.set(name, bounded((names.get(name) ?? 0) + times));
}

/** Fragments can stand for more fields than a number can count. */
function bounded(count: number): number {
  return Math.min(count, 1_000_000_000);
}

function mostOf(names: ReadonlyMap<string, number>): number {
  return largest([...names.values()]);
}

function sumOf(names: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const times of names.values()) sum = bounded(sum + times);
  return sum;
}

/** Not by `Math.max(...)`: its arguments stand on the stack. */
function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
