import { assert } from '@esm-bundle/chai';
import { engine } from '../support/browser.js';

type PageWindow = Window & {
  readonly problems: string[];
  readonly opened?: number | string[];
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

  /** What a journey shows in its step, once it is there: the services to book. */
  const leads = (place: Element | null | undefined): boolean =>
    (place?.localName === 'smp-journey' ? place : place?.querySelector('smp-journey'))?.shadowRoot
      ?.querySelector('smp-slot-booker')
      ?.shadowRoot?.querySelector('[part~=service]') != null;
  /** The launcher whose dialog is open. */
  const openOne = (page: PageWindow): Element | undefined =>
    [...page.document.querySelectorAll('smp-launcher')].find((one) => one.shadowRoot?.querySelector('dialog:modal'));
  const pressButton = (place: Element): void => {
    const launcher = place.localName === 'smp-launcher' ? place : place.querySelector('smp-launcher');
    const button = launcher?.shadowRoot?.querySelector<HTMLElement>('[part=button]');
    if (!button) throw new Error('There is no button');
    button.click();
  };
  /** Waits for a dialog that shows an element, and closes it. */
  async function shows(page: PageWindow, what: string, tag: string, steps?: string): Promise<void> {
    await until(() => openOne(page) !== undefined, `the dialog of ${what}`);
    const found = openOne(page)?.querySelector(tag);
    assert.exists(found, what);
    if (steps !== undefined) assert.equal(found.getAttribute('steps'), steps, what);
    assert.lengthOf(openOne(page)?.querySelectorAll('[slot=content]') ?? [], 1, what);
    page.smp?.('close');
    await until(() => openOne(page) === undefined, `the end of the dialog of ${what}`);
  }
  /** Journeys of the page itself, not those in a dialog. */
  const journeysOf = (page: PageWindow): Element[] =>
    [...page.document.querySelectorAll('smp-journey')].filter((journey) => !journey.closest('smp-launcher'));
  const JOURNEYS = ['#element', '#attribute', '#called'] as const;

  for (const way of ['module', 'async', 'defer', 'late', 'twice', 'bundle']) {
    it(`leads through journeys and launchers by every door, ${way}`, async () => {
      const page = await open(`every-door?${way}`);
      await shows(page, 'a call before the script', 'smp-journey', 'care booking');
      for (const place of JOURNEYS) await until(() => leads(find(page, place)), `the journey in ${place}`);
      assert.include(find(page, '#called smp-journey').textContent, 'Call us');

      pressButton(find(page, '#launcher'));
      await shows(page, 'the element', 'smp-journey', 'booking');
      pressButton(find(page, '#button'));
      await shows(page, 'the attribute', 'smp-slot-booker');
      find(page, '#trigger').click();
      await shows(page, 'the trigger', 'smp-journey', 'booking design');
      page.smp?.('open', { element: 'consultation' });
      await shows(page, 'a call', 'smp-consultation');
      page.smp?.('open', { element: 'hairline-picker' });
      page.smp?.('close');
      page.smp?.('open', { element: 'consultation' });
      await shows(page, 'a call after one that was taken back', 'smp-consultation');
      assert.notExists(page.document.querySelector('smp-hairline-picker'), 'what was taken back');

      const later = page.document.createElement('div');
      later.append(
        find(page, '#attribute').cloneNode(),
        find(page, '#button').cloneNode(),
        find(page, '#trigger').cloneNode(),
      );
      const [journey, launcher, trigger] = later.children as unknown as HTMLElement[];
      page.document.body.append(later);
      await until(() => leads(journey), 'the journey that came later');
      await until(() => launcher?.querySelector('smp-launcher:defined') != null, 'the launcher that came later');
      trigger?.click();
      await shows(page, 'the trigger that came later', 'smp-journey', 'booking design');

      // Once for each press, however many copies of the script there are.
      assert.deepEqual(page.opened, [
        'journey',
        'journey',
        'slot-booker',
        'journey',
        'consultation',
        'consultation',
        'journey',
      ]);
      assert.equal(journeysOf(page).length, 4);
      assert.equal(page.problems.join('; '), '');
      // Eleven elements on one page.
    }).timeout(60_000);
  }

  it('leads through journeys and launchers on pages that a router turns, and turns back', async () => {
    const page = await open('turned');
    /** Another page comes in place of this one; routers run its scripts, as if they stood in a page that is loaded. */
    const turn = (content: Node): void => {
      const body = page.document.createElement('body');
      body.append(content);
      for (const script of body.querySelectorAll('script')) {
        const copy = page.document.createElement('script');
        for (const { name, value } of script.attributes) copy.setAttribute(name, value);
        copy.textContent = script.textContent;
        script.replaceWith(copy);
      }
      page.document.documentElement.replaceChild(body, page.document.body);
    };
    const template = find<HTMLTemplateElement>(page, 'template');
    const other = template.content;
    turn(other.cloneNode(true));
    const inAllPlaces = async (): Promise<void> => {
      for (const place of JOURNEYS) await until(() => leads(find(page, place)), `the journey in ${place}`);
      assert.equal(journeysOf(page).length, 3);
      pressButton(find(page, '#launcher'));
      await shows(page, 'the element', 'smp-journey', 'booking');
      find(page, '#trigger').click();
      await shows(page, 'the trigger', 'smp-slot-booker');
    };
    await inAllPlaces();
    // The router keeps a copy of the page as it is left, a dialog open that was closed by nobody.
    pressButton(find(page, '#launcher'));
    await until(() => openOne(page) !== undefined, 'the dialog');
    const snapshot = page.document.createDocumentFragment();
    snapshot.append(...[...page.document.body.childNodes].map((node) => node.cloneNode(true)));
    const empty = page.document.createElement('p');
    turn(empty);
    assert.equal(journeysOf(page).length, 0);
    assert.notEqual(page.getComputedStyle(page.document.documentElement).overflow, 'hidden');
    turn(snapshot);
    await inAllPlaces();
    assert.deepEqual(page.opened, ['journey', 'slot-booker', 'journey', 'journey', 'slot-booker']);
    assert.equal(page.problems.join('; '), '');
  }).timeout(60_000);

  it('opens the doors under a strict policy', async () => {
    const page = await open('strict-doors');
    await until(() => hasTimes(page, '[data-smp] smp-slot-booker'), 'the times');
    const launcher = find(page, 'smp-launcher');
    await until(() => launcher.shadowRoot?.querySelector('button') != null, 'the button');
    launcher.shadowRoot?.querySelector('button')?.click();
    await until(() => isOpen(page), 'the dialog');
    assert.equal(page.problems.join('; '), '');
  });

  for (const [name, query, others] of [
    ['speaks to none but the backends its head names', 'named-endpoints', false],
    ['speaks to any backend that content names, control', 'named-endpoints?control', true],
  ] as const) {
    it(name, async () => {
      const page = await open(query);
      const told = page.opened as string[];
      await until(() => told.length > 0, 'that the attributes’ backend is none');
      await until(() => page.document.querySelector('smp-launcher:defined') !== null, 'a launcher');
      const before = told.length;
      find(page, '[data-smp-open]').click();
      await until(() => told.length > before, 'that the trigger’s backend is none');
      assert.deepEqual([...new Set(told.map((code) => code !== 'invalid-config'))], [others]);
      assert.equal(page.problems.join('; '), '');
    });
  }

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

  it('minds nothing where the code for keyboards does not come', async () => {
    const page = await open('pinned?pressable');
    const trigger = page.document.createElement('span');
    trigger.dataset['smpOpen'] = 'slot-booker';
    page.document.body.append(trigger);
    await until(() => page.document.querySelector('smp-launcher')?.shadowRoot != null, 'the launcher');
    trigger.click();
    await until(() => isOpen(page), 'the dialog');
    assert.equal(page.problems.join('; '), '');
    assert.isFalse(trigger.hasAttribute('role'));
  });

  it('keeps its own content where a policy keeps the code out', async () => {
    const page = await open('forbidden');
    await until(() => page.problems.length > 0, `a violation in ${engine}`);
    assert.isFalse(isDefined(page));
    assert.include(booker(page)?.textContent ?? '', 'Call us');
  });
});
