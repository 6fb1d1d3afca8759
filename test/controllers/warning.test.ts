import { assert } from '@esm-bundle/chai';
import { warn } from '../../src/controllers/warning.js';
import { usePageReports } from '../support/page-reports.js';

describe('a warning for the page’s developer', () => {
  const reports = usePageReports();

  it('has a code that can be looked up, and comes once', () => {
    warn('invalid-config', 'The first fault');
    warn('invalid-config', 'The first fault');
    warn('invalid-config', 'Another fault');
    assert.deepEqual(reports.warnings, [
      '[smp-widgets] invalid-config: The first fault',
      '[smp-widgets] invalid-config: Another fault',
    ]);
  });
});
