/** Counts what Vitest and Playwright report as JSON, so that one line can say how everything went. Pure. */

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Names, so that no test is left out in silence. */
  readonly skipped: readonly string[];
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly { readonly title: string; readonly tests: readonly { readonly status: string }[] }[];
}

/** A tool that failed without naming a failed test, or before writing a report (null), counts as one failure. */
const blame = (outcome: Outcome, succeeded: boolean): Outcome =>
  succeeded || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 };

export function countVitest(report: unknown, succeeded: boolean): Outcome {
  // The shape is Vitest's own; what it says is only counted.
  const files = (report as VitestReport | null)?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return blame(
    {
      passed: tests.filter(({ status }) => status === 'passed').length,
      failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
      skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map((test) => test.fullName),
    },
    succeeded,
  );
}

export function countPlaywright(report: unknown, succeeded: boolean): Outcome {
  const specs = specsOf((report as PlaywrightSuite | null) ?? {});
  const tests = specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ title, status })));
  return blame(
    {
      passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
      failed: tests.filter(({ status }) => status === 'unexpected').length,
      skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
    },
    succeeded,
  );
}

function specsOf(suite: PlaywrightSuite): NonNullable<PlaywrightSuite['specs']>[number][] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

export function total(outcomes: readonly Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, each) => sum + each.passed, 0),
    failed: outcomes.reduce((sum, each) => sum + each.failed, 0),
    skipped: outcomes.flatMap((each) => each.skipped),
  };
}
