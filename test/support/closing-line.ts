import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/**
 * Ends the report with `N passed, N failed` alone on a line, for whoever reads the outcome without knowing vitest. What
 * kept tests from running, such as a file that cannot be loaded or a failed hook, counts as failed.
 */
export const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
    const broken = modules.flatMap((module) => [
      ...module.errors(),
      ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ]);
    const skipped = tests.length - count('passed') - count('failed');
    const failed = count('failed') + broken.length + unhandled.length;
    process.stdout.write(
      `\n${count('passed')} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`,
    );
  },
};
