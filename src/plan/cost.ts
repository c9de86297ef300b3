/**
 * What reading something may cost, reckoned before it is read. Whoever chooses between two ways of access compares these
 * figures, and the plan that clients can ask for is their sum: there is no second reckoning that could drift from the
 * first.
 */

/** The most calls to one endpoint, and how that number comes about. */
export interface CallCost {
  /** Path template of the endpoint, as the call log names it. */
  readonly path: string;
  readonly calls: number;
  /** For people, e.g. `⌈400 ids ÷ 202⌉` or `20 × 1 page`. */
  readonly formula: string;
  /** Calls that are the same for whoever makes them within an operation, such as the pages of a whole list: made once. */
  readonly shared?: string;
  /** Calls that several edges of the same parents make alike, such as those that bring all leases of units: made once. */
  readonly sharedByParents?: string;
}

export interface Cost {
  readonly calls: readonly CallCost[];
  /** The longest chain of calls that wait for each other. */
  readonly waves: number;
}

export const free: Cost = { calls: [], waves: 0 };

/** Calls to one endpoint that go out together. */
export function oneWave(path: string, calls: number, formula: string, shared?: string): Cost {
  if (calls === 0) return free;
  const call: CallCost = { path, calls, formula, ...(shared === undefined ? {} : { shared }) };
  return { calls: [call], waves: 1 };
}

/** One after the other: each waits for what stands before it. */
export function inTurn(...costs: readonly Cost[]): Cost {
  return {
    calls: costs.flatMap(({ calls }) => calls),
    waves: costs.reduce((sum, { waves }) => sum + waves, 0),
  };
}

/** At the same time. */
export function together(...costs: readonly Cost[]): Cost {
  return {
    calls: costs.flatMap(({ calls }) => calls),
    waves: costs.reduce((most, { waves }) => Math.max(most, waves), 0),
  };
}

/** The same for each of several parents, at the same time. What is shared is not multiplied. */
export function forEach(parents: number, cost: Cost): Cost {
  if (parents === 0) return free;
  if (parents === 1) return cost;
  return {
    calls: cost.calls.map((call) =>
      call.shared !== undefined
        ? call
        : {
            ...call,
            calls: parents * call.calls,
            formula: `${parents} × ${/ [+×] /.test(call.formula) ? `(${call.formula})` : call.formula}`,
          },
    ),
    waves: cost.waves,
  };
}

/** The same for several parents that do not cost alike: a line for each endpoint. */
export function forAll(costs: readonly Cost[]): Cost {
  const alike = new Map<string, { readonly call: CallCost; parents: number }>();
  for (const call of costs.flatMap(({ calls }) => calls)) {
    const key = JSON.stringify(call);
    const same = alike.get(key);
    if (same === undefined) alike.set(key, { call, parents: 1 });
    else same.parents += 1;
  }
  const lines = new Map<string, CallCost>();
  for (const { call, parents } of alike.values()) {
    for (const line of forEach(parents, { calls: [call], waves: 0 }).calls) {
      const key =
        call.shared === undefined ? `${line.path} ${line.sharedByParents ?? ''}` : JSON.stringify(line);
      const before = lines.get(key);
      lines.set(
        key,
        before === undefined
          ? line
          : {
              ...line,
              calls: before.calls + line.calls,
              formula: `${before.formula} + ${line.formula}`,
            },
      );
    }
  }
  return { calls: [...lines.values()], waves: together(...costs).waves };
}

/** Names calls that other edges of the same parents make as well. */
export function sharedByParents(name: string, cost: Cost): Cost {
  return { ...cost, calls: cost.calls.map((call) => ({ sharedByParents: name, ...call })) };
}

export function callsOf(cost: Cost): number {
  return cost.calls.reduce((sum, { calls }) => sum + calls, 0);
}

/** The cheaper of two ways; the first where they are alike. */
export function cheaper(one: Cost, other: Cost): Cost {
  return callsOf(other) < callsOf(one) ? other : one;
}

/** `1 page`, `3 pages`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
