import { relative } from 'node:path';

function* results(suite, path = []) {
  for (const test of suite.tests) yield { ...test, path: [...path, test.name] };
  for (const inner of suite.suites) yield* results(inner, [...path, inner.name]);
}

/** Test runner reporter: the failures in full, then one line of counts. */
export function summaryReporter({ rootDir }) {
  return {
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        // The source of what was run.
        const file = relative(rootDir, session.testFile)
          .replace(/^\.browser-tests\/[^/]+\//, '')
          .replace(/\.js$/, '.ts');
        const broken = session.errors.map((error) => ({ path: ['the file itself'], error, passed: false }));
        const found = session.testResults ? [...results(session.testResults)] : [];
        if (found.length === 0 && broken.length === 0) broken.push({ path: ['no test ran'], passed: false });
        for (const test of [...broken, ...found]) {
          if (test.skipped) count.skipped += 1;
          else if (test.passed) count.passed += 1;
          else {
            count.failed += 1;
            const { message = '', stack = '' } = test.error ?? {};
            console.log(
              `✖ ${file} › ${test.path.join(' › ')}\n    ${[message, stack].join('\n').trim().replace(/\n/g, '\n    ')}`,
            );
          }
        }
        for (const request of session.request404s) console.log(`  ${file} asked for ${request}, which is not there`);
        if (process.env.BROWSER_TIMES) {
          const spent = found.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
          console.log(`  ${file}: ${(spent / 1000).toFixed(1)} s`);
        }
        if (process.env.BROWSER_LOGS) for (const log of session.logs) console.log(`  ${file}:`, ...log);
      }
      const { passed, failed, skipped } = count;
      console.log(`# ${sessions.length} files, ${passed} passed, ${failed} failed, ${skipped} skipped`);
    },
  };
}
