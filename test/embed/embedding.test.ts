import { assert } from '@esm-bundle/chai';
import { engine } from '../support/browser.js';

type PageWindow = Window & { readonly problems: string[]; readonly customElements: CustomElementRegistry };

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail(`never came: ${what}`);
}

describe('a page that embeds the widgets', () => {
  let frame: HTMLIFrameElement;

  /** Opens a page of its own in a frame. */
  async function open(name: string): Promise<PageWindow> {
    frame = document.createElement('iframe');
    frame.src = new URL(`./pages/${name}.html`, import.meta.url).href;
    frame.width = '800';
    frame.height = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow as unknown as PageWindow;
  }
  const booker = (page: PageWindow): Element | null => page.document.querySelector('smp-slot-booker');
  const isShown = (page: PageWindow): boolean => booker(page)?.shadowRoot?.querySelector('[part~=service]') != null;

  afterEach(() => frame.remove());

  for (const name of ['strict-loader', 'strict-bundle', 'nonce-only']) {
    it(`shows the services without a violation, ${name}`, async () => {
      const page = await open(name);
      await until(() => isShown(page), 'the services');
      assert.equal(page.problems.join('; '), '');
    });
  }

  it('shows the services where the files come from another origin', async () => {
    const page = await open('cross-origin');
    assert.equal(page.location.hostname, 'localhost');
    await until(() => isShown(page), 'the services');
    assert.equal(page.problems.join('; '), '');
  });

  it('has them once where the script is put in twice', async () => {
    const page = await open('twice');
    await until(() => isShown(page), 'the services');
    // Whatever the later copies do has been done by the time they have all run.
    await until(() => page.performance.getEntriesByType('resource').length >= 4, 'every copy');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(page.problems.join('; '), '');
    assert.lengthOf(page.document.querySelectorAll('smp-slot-booker'), 1);
  });

  it('keeps its own content where a policy keeps the code out', async () => {
    const page = await open('forbidden');
    await until(() => page.problems.length > 0, `a violation in ${engine}`);
    assert.isUndefined(page.customElements.get('smp-slot-booker'));
    assert.include(booker(page)?.textContent ?? '', 'Call us');
  });
});
