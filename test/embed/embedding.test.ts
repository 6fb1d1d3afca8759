import { assert } from '@esm-bundle/chai';
import { engine } from '../support/browser.js';

type PageWindow = Window & {
  readonly problems: string[];
  readonly opened?: number;
  readonly customElements: CustomElementRegistry;
};

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
    const [file = '', query] = name.split('?');
    frame.src = new URL(`./pages/${file}.html${query === undefined ? '' : `?${query}`}`, import.meta.url).href;
    frame.width = '800';
    frame.height = '900';
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    return frame.contentWindow as unknown as PageWindow;
  }
  const booker = (page: PageWindow): Element | null => page.document.querySelector('smp-slot-booker');
  // A yes or no: a class in a message would be more than a browser can hand to the runner.
  const isDefined = (page: PageWindow): boolean => page.customElements.get('smp-slot-booker') !== undefined;
  const isShown = (page: PageWindow): boolean => booker(page)?.shadowRoot?.querySelector('[part~=service]') != null;
  const find = <Found extends HTMLElement>(page: PageWindow, selector: string): Found => {
    const found = page.document.querySelector<Found>(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    return found;
  };
  const hasTimes = (page: PageWindow, selector: string): boolean =>
    page.document.querySelector(selector)?.shadowRoot?.querySelector('[part~=time]') != null;
  const isOpen = (page: PageWindow): boolean =>
    page.document.querySelector('smp-launcher')?.shadowRoot?.querySelector('dialog:modal') != null;

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

  for (const name of ['classic', 'classic-bundle', 'classic-cross-origin', 'pinned']) {
    it(`shows the services, ${name}`, async () => {
      const page = await open(name);
      await until(() => isShown(page), 'the services');
      assert.equal(page.problems.join('; '), '');
    });
  }

  it('keeps its own content where a file is not what its digest says', async () => {
    const page = await open('pinned?clinic');
    await until(
      () => page.performance.getEntriesByType('resource').some(({ name }) => name.includes('/chunks/clinic-')),
      'the file',
    );
    await until(() => page.document.querySelectorAll('link[rel=modulepreload]').length > 2, 'all that is asked for');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.isFalse(isDefined(page));
    assert.include(booker(page)?.textContent ?? '', 'Call us');
  });

  it('does everything once with copies of every kind and of several versions', async () => {
    const page = await open('many-copies');
    await until(
      () =>
        page.performance.getEntriesByName(new URL('/dist/cdn/smp-widgets.js?version=4', page.location.href).href)
          .length > 0,
      'the last copy',
    );
    await until(() => isShown(page), 'the services');
    await until(() => page.document.querySelectorAll('smp-slot-booker').length >= 3, 'the places are taken');
    assert.lengthOf(page.document.querySelectorAll('smp-slot-booker'), 3);
    assert.equal(page.problems.join('; '), '');
  });

  it('finds what a router swaps in, runs again without harm, and restores a snapshot', async () => {
    const page = await open('swapped');
    const swap = (body: Node): void => {
      page.document.documentElement.replaceChild(body, page.document.body);
    };
    const body = page.document.createElement('body');
    const place = page.document.createElement('div');
    place.dataset['smp'] = 'slot-booker';
    place.dataset['smpDemo'] = '';
    const script = page.document.createElement('script');
    script.src = '/dist/cdn/smp-widgets.js';
    body.append(place, script);
    swap(body);
    await until(() => isShown(page), 'the services');
    swap(body.cloneNode(true));
    await until(() => isShown(page), 'the services of the snapshot');
    assert.lengthOf(page.document.querySelectorAll('smp-slot-booker'), 1);
    assert.equal(page.problems.join('; '), '');
  });

  it('opens the doors of data attributes and of calls that were made before the script was there', async () => {
    const page = await open('doors');
    await until(() => hasTimes(page, '#mounted smp-slot-booker'), 'the times where a call has put them');
    await until(() => hasTimes(page, '[data-smp*=smp-slot] smp-slot-booker'), 'the times in a tag of any kind');
    assert.include(find(page, '#mounted smp-slot-booker').textContent, 'Call us');
    // One clinic for all that stands in its place.
    assert.lengthOf(page.document.querySelectorAll('[data-smp=clinic] smp-clinic'), 1);
    assert.exists(page.document.querySelector('[data-smp=clinic] smp-consultation'));
    // What the script's address says holds where nothing else is said.
    assert.equal(find(page, '#default smp-clinic').getAttribute('endpoint'), '/nowhere');
    assert.isFalse(find(page, '[data-smp=clinic] smp-clinic').hasAttribute('endpoint'));

    await until(() => page.document.querySelector('smp-launcher:defined') !== null, 'a launcher for the trigger');
    find(page, '[data-smp-open]').click();
    await until(() => isOpen(page), 'the dialog');
    assert.equal(page.opened, 1);
    page.smp?.('close');
    await until(() => !isOpen(page), 'it is closed');
    page.smp?.('open', { element: 'slot-booker', demo: true });
    await until(() => isOpen(page), 'the dialog again');
    assert.lengthOf(page.document.querySelectorAll('smp-launcher'), 1);
    assert.equal(page.problems.join('; '), '');
  });

  it('opens the doors under a strict policy', async () => {
    const page = await open('strict-doors');
    await until(() => hasTimes(page, '[data-smp] smp-slot-booker'), 'the times');
    const launcher = find(page, 'smp-launcher');
    await until(() => launcher.shadowRoot?.querySelector('button') != null, 'the button');
    launcher.shadowRoot?.querySelector('button')?.click();
    await until(() => isOpen(page), 'the dialog');
    assert.equal(page.problems.join('; '), '');
  });

  it('answers a press that was made before the script was there', async () => {
    for (const pressed of ['span', 'smp-launcher']) {
      const page = await open(`pressed-early?${pressed}`);
      await until(() => isOpen(page), `the dialog for a ${pressed}`);
      const opened = pressed === 'span' ? 'smp-consultation' : 'smp-slot-booker';
      assert.exists(page.document.querySelector(`smp-launcher ${opened}`));
      assert.equal(page.problems.join('; '), '');
      frame.remove();
    }
  });

  it('shows the clinic’s number where the dialog’s code does not come, and tries again on the next press', async () => {
    const page = await open('pinned?launcher-dialog');
    const launcher = page.document.createElement('smp-launcher');
    launcher.setAttribute('phone', '020 7946 0100');
    launcher.textContent = 'Book';
    page.document.body.append(launcher);
    const part = (name: string): HTMLElement | null =>
      launcher.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`) ?? null;
    await until(() => part('button') !== null, 'the button');
    for (let presses = 0; presses < 2; presses += 1) {
      part('button')?.click();
      assert.isNull(part('phone'));
      await until(() => part('phone') !== null, 'the number');
      assert.equal(part('phone')?.getAttribute('href'), 'tel:02079460100');
      assert.isFalse(part('button')?.hasAttribute('aria-busy'));
    }
  });

  it('keeps its own content where a policy keeps the code out', async () => {
    const page = await open('forbidden');
    await until(() => page.problems.length > 0, `a violation in ${engine}`);
    assert.isFalse(isDefined(page));
    assert.include(booker(page)?.textContent ?? '', 'Call us');
  });
});
