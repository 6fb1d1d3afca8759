import { assert } from '@esm-bundle/chai';
import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { can, click, emulateMedia, engine, press, setTimeZone, setViewport, type } from '../support/browser.js';

class SmpProbe extends LitElement {
  static override styles = css`
    button {
      inline-size: 10em;
    }
  `;
  @property() label = 'none';
  override render() {
    return html`<button @click=${() => (this.label = 'clicked')}>${this.label}</button><input /><input />`;
  }
}
customElements.define('smp-probe', SmpProbe);

describe(`the test bench in ${engine}`, () => {
  let probe: SmpProbe;
  const part = <T extends Element>(selector: string): T => {
    const found = probe.renderRoot.querySelector<T>(selector);
    assert.isNotNull(found);
    return found;
  };

  beforeEach(async () => {
    probe = document.createElement('smp-probe') as SmpProbe;
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => probe.remove());

  it('lowers decorators, so a property renders', async () => {
    probe.label = 'set';
    await probe.updateComplete;
    assert.equal(part('button').textContent, 'set');
  });

  it('clicks with a real mouse', async () => {
    await click(part('button'));
    await probe.updateComplete;
    assert.equal(probe.label, 'clicked');
  });

  it('types and presses real keys, also chords', async () => {
    const input = part<HTMLInputElement>('input');
    input.focus();
    await type('Ada 1');
    assert.equal(input.value, 'Ada 1');
    await press('Tab');
    assert.equal(probe.shadowRoot?.activeElement, part('input + input'));
    await press('Shift', 'Tab');
    assert.equal(probe.shadowRoot?.activeElement, input);
  });

  it('sets the width of the page', async function () {
    if (!can('setViewport')) this.skip();
    await setViewport({ width: 640, height: 700 });
    assert.equal(innerWidth, 640);
    await setViewport({ width: 800, height: 600 });
    assert.equal(innerWidth, 800);
  });

  it('pretends forced colours and a dark scheme', async function () {
    if (!can('emulateMedia')) this.skip();
    await emulateMedia({ 'forced-colors': 'active', 'prefers-color-scheme': 'dark' });
    assert.isTrue(matchMedia('(forced-colors: active)').matches);
    assert.isTrue(matchMedia('(prefers-color-scheme: dark)').matches);
    await emulateMedia({});
    assert.isFalse(matchMedia('(forced-colors: active)').matches);
  });

  it('moves to another time zone', async function () {
    if (!can('setTimeZone')) this.skip();
    await setTimeZone('Pacific/Apia');
    assert.equal(new Date('2026-01-01T12:00:00Z').getTimezoneOffset(), -780);
    await setTimeZone('');
  });
});
