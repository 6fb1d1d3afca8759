import { assert } from '@esm-bundle/chai';
import { LitElement } from 'lit';
import { lateCode } from '../../src/controllers/late-code.js';
import { usePageReports } from '../support/page-reports.js';
import { turn } from '../support/until.js';

/** Waits for code that comes or fails when the test says so. */
class TestWaiter extends LitElement {
  asked = 0;
  come: () => void = () => undefined;
  lose: () => void = () => undefined;
  readonly code = lateCode(this, () => {
    this.asked += 1;
    return new Promise<void>((resolve, reject) => {
      this.come = resolve;
      this.lose = () => reject(new Error('It is gone'));
    });
  });
}

describe('lateCode', () => {
  const reports = usePageReports();
  const isOnline = () => window.dispatchEvent(new Event('online'));
  let host: TestWaiter;

  before(() => customElements.define('test-waiter', TestWaiter));
  beforeEach(() => {
    host = document.createElement('test-waiter') as TestWaiter;
  });
  afterEach(() => {
    host.remove();
    assert.isEmpty(reports.uncaught);
  });

  it('is asked for once the element is on the page', () => {
    assert.equal(host.asked, 0);
    document.body.append(host);
    assert.equal(host.asked, 1);
  });

  it('is asked for again when the device is online again, and the developer is told why', async () => {
    document.body.append(host);
    host.lose();
    await turn();
    assert.include(reports.warnings.join(), 'network: Error: It is gone');
    isOnline();
    assert.equal(host.asked, 2);
    host.lose();
    await turn();
    isOnline();
    assert.equal(host.asked, 3);
  });

  it('is asked for again when the element comes to the page again', async () => {
    document.body.append(host);
    host.lose();
    await turn();
    document.body.append(host);
    assert.equal(host.asked, 2);
  });

  it('is asked for no more while it is on its way, nor once it is there', async () => {
    document.body.append(host);
    isOnline();
    assert.equal(host.asked, 1);
    host.come();
    await host.code();
    isOnline();
    document.body.append(host);
    assert.equal(host.asked, 1);
  });

  it('is asked for by nobody who has left', async () => {
    document.body.append(host);
    host.lose();
    await turn();
    host.remove();
    isOnline();
    assert.equal(host.asked, 1);
  });
});
