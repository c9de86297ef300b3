import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders and files that take longest. Begun last, one of them would be waited for by itself. */
const long = ['/test/calls/', '/test/docker/', '/test/faults/', '/test/providers/'];

/** The tests that take longest first: on a new machine nothing is known of how long each took the last time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = long.findIndex((part) => moduleId.includes(part));
      return at < 0 ? long.length : at;
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
