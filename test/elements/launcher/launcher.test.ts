import { assert } from '@esm-bundle/chai';
import { html, LitElement } from 'lit';
import { ELEMENT_LOADER, type ElementPreloader } from '../../../src/controllers/element-preload.js';
import type { SmpConsultation } from '../../../src/elements/consultation/consultation.js';
import { latePages } from '../../../src/elements/form/late-pages.js';
import type { SmpLauncher } from '../../../src/elements/launcher/launcher.js';
import { en as paying } from '../../../src/locales/deposit/en.js';
import { ar } from '../../../src/locales/launcher/ar.js';
import { en } from '../../../src/locales/launcher/en.js';
import type { ClinicMessages } from '../../../src/locales/messages.js';
import { violations } from '../../support/accessibility.js';
import { can, click, engine, press, setViewport } from '../../support/browser.js';
import { backend, useClinicPage } from '../../support/clinic-page.js';
import { LauncherHarness } from '../../support/launcher.harness.js';
import { usePageReports } from '../../support/page-reports.js';
import { isShown, SlotBookerHarness, textOf } from '../../support/slot-booker.harness.js';
import { turn, until } from '../../support/until.js';
import { VirtualTime } from '../../support/virtual-time.js';
import { framedPage } from '../consultation/support/framed-page.js';

const PHONE = { width: 390, height: 760 };
const DESK = { width: 1000, height: 800 };

/** An element whose pages come when the test says so. */
class SmpPageless extends LitElement {
  static comes = false;
  readonly pages = latePages(this, {}, () =>
    SmpPageless.comes ? Promise.resolve() : Promise.reject(new Error('They are gone')),
  );

  protected override render() {
    return SmpPageless.comes ? html`<p>Its pages</p>` : this.pages.render();
  }
}

describe(`<smp-launcher> in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();
  const told: string[] = [];
  const tell = (event: Event): void => {
    if ('opens' in event) told.push(`${event.type} ${String(event.opens)}`);
  };

  before(() => setViewport(DESK));
  beforeEach(() => {
    told.length = 0;
    for (const name of ['opened', 'closed']) document.addEventListener(`smp-launcher-${name}`, tell);
  });
  afterEach(() => {
    for (const name of ['opened', 'closed']) document.removeEventListener(`smp-launcher-${name}`, tell);
    document.querySelectorAll<SmpLauncher>('smp-launcher').forEach((launcher) => launcher.close());
    assert.equal([...reports.uncaught, ...reports.warnings].join('; '), '');
  });

  function launcher(markup: string): LauncherHarness {
    page.write(markup);
    const [element] = document.getElementsByTagName('smp-launcher');
    if (!element) throw new Error('There is no launcher');
    return new LauncherHarness(element);
  }
  const booker = (harness: LauncherHarness): SlotBookerHarness =>
    new SlotBookerHarness(harness.content('smp-slot-booker') as SlotBookerHarness['element']);

  it('opens a booking on a press, and gives the focus back', async () => {
    const harness = launcher(
      '<smp-launcher demo opens="slot-booker" service="consultation-video">Book now</smp-launcher>',
    );
    await click(harness.button);
    await harness.opened();
    assert.equal(harness.title, 'Book now');
    await booker(harness).atTimes();
    assert.isTrue(isShown(harness.content('smp-slot-booker')));
    assert.isTrue(harness.element.opened);
    assert.deepEqual(told, ['smp-launcher-opened slot-booker']);
    await press('Escape');
    await harness.closed();
    assert.equal(harness.element.shadowRoot?.activeElement, harness.button);
    assert.isFalse(isShown(harness.content('smp-slot-booker')));
    assert.deepEqual(told, ['smp-launcher-opened slot-booker', 'smp-launcher-closed slot-booker']);
  });

  it('shows the page’s own words around what it opens, and in it what is legal', async () => {
    const harness = launcher(
      '<smp-launcher demo>Book<h2 slot="heading">Welcome</h2><p slot="legal">Our terms</p><p slot="footer">A company</p></smp-launcher>',
    );
    const [heading, footer] = ['heading', 'footer'].map((slot) => harness.content(`:scope > [slot=${slot}]`));
    assert.isFalse(
      [heading, footer].some((one) => one?.checkVisibility()),
      'as long as it is closed',
    );
    await harness.element.open();
    assert.isTrue(heading?.checkVisibility() && footer?.checkVisibility());
    assert.equal(harness.content('smp-journey > [slot=legal]').textContent, 'Our terms');
    await harness.element.open({ element: 'consultation' });
    assert.equal(harness.content('smp-consultation > [slot=legal]').textContent, 'Our terms');
    assert.equal(harness.title, 'Book');
  });

  it('puts all that is legal into what it opens, side by side', async () => {
    page.write(
      `<smp-clinic demo><smp-launcher opens="slot-booker">Book<p slot="legal">Terms</p><p slot="legal">More</p></smp-launcher></smp-clinic>`,
    );
    const harness = new LauncherHarness(page.find('smp-launcher'));
    await harness.element.open();
    const copies = [...harness.content('smp-slot-booker').querySelectorAll(':scope > [slot=legal]')].map(textOf);
    assert.deepEqual(copies, ['Terms', 'More']);
  });

  it('stays open when it is closed and opened again at once', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    await harness.element.open();
    const ended = new Promise((resolve) => harness.dialog?.addEventListener('close', resolve, { once: true }));
    harness.element.close();
    await harness.element.open();
    await ended;
    await turn();
    assert.isTrue(harness.element.opened);
    assert.deepEqual(
      told.map((one) => one.split(' ')[0]),
      ['smp-launcher-opened', 'smp-launcher-closed', 'smp-launcher-opened'],
    );
    assert.equal(getComputedStyle(document.documentElement).overflow, 'hidden');
  });

  it('stays closed where it is closed while its code is on its way', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    const opening = harness.element.open();
    harness.element.close();
    await opening;
    assert.isFalse(harness.element.opened);
    assert.isEmpty(told);
    await harness.element.open();
    assert.isTrue(harness.element.opened);
  });

  it('gives the focus to its button where what was pressed is gone', async () => {
    const harness = launcher(
      '<smp-launcher demo opens="slot-booker">Book</smp-launcher><nav><button data-smp-open>Menu: book</button></nav>',
    );
    const trigger = document.querySelector<HTMLElement>('nav button');
    for (const leave of [() => trigger?.parentElement?.toggleAttribute('hidden'), () => trigger?.remove()]) {
      trigger?.parentElement?.removeAttribute('hidden');
      trigger?.click();
      await harness.opened();
      leave();
      harness.element.close();
      await harness.closed();
      assert.equal(harness.element.shadowRoot?.activeElement, harness.button);
    }
  });

  describe('at the address that the clinic’s payment page leads back to', () => {
    beforeEach(() => history.replaceState(null, '', '#smp-paid=SMP-7QX'));
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));
    const shown = (harness: LauncherHarness, tag: string): string =>
      harness.element.querySelector(tag)?.shadowRoot?.querySelector('[part~="payment"]')?.textContent ?? '';

    it('opens itself, and what it opens says that the visitor is back', async () => {
      const harness = launcher('<smp-launcher demo>Begin</smp-launcher>');
      await harness.opened();
      await until('that they are back', () => shown(harness, 'smp-journey').includes(paying.paid));
      assert.include(shown(harness, 'smp-journey'), 'SMP-7QX');
      assert.equal(harness.title, 'Begin');
      harness.element.close();
      await harness.closed();
      assert.equal(location.hash, '', 'who loads the page again is not told again');
    });

    it('opens the one that leads to courses, of several', async () => {
      page.write(
        '<smp-launcher demo opens="consultation">Ask</smp-launcher><smp-launcher demo opens="slot-booker">Book</smp-launcher><smp-launcher demo opens="slot-booker" course="">A course</smp-launcher><smp-launcher demo>All</smp-launcher>',
      );
      const all = [...document.getElementsByTagName('smp-launcher')];
      await until('one is open', () => all.some(({ opened }) => opened));
      const [, , third] = all;
      assert.deepEqual(
        all.map(({ opened }) => opened),
        [false, false, true, false],
      );
      assert.isDefined(third);
      const harness = new LauncherHarness(third);
      await until('that they are back', () => shown(harness, 'smp-slot-booker').includes(paying.paid));
    });

    it('opens for a trigger that leads to a course', async () => {
      const harness = launcher(
        '<smp-launcher demo opens="consultation"></smp-launcher><button data-smp-open="slot-booker" data-smp-course="">A course</button>',
      );
      await harness.opened();
      assert.equal(harness.title, 'A course');
      await until('that they are back', () => shown(harness, 'smp-slot-booker').includes(paying.paid));
    });

    it('stays closed where something else on the page tells them, or where it leads to no course', async () => {
      for (const markup of [
        '<smp-launcher demo>Begin</smp-launcher><smp-journey demo></smp-journey>',
        '<smp-launcher demo opens="slot-booker">Book</smp-launcher>',
      ]) {
        const harness = launcher(markup);
        await import('../../../src/elements/launcher/arrival.js');
        await turn();
        await turn();
        assert.isUndefined(harness.dialog);
      }
    });
  });

  it('makes nothing before it is pressed', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    await turn();
    assert.isUndefined(harness.dialog);
    assert.lengthOf(harness.element.children, 0);
  });

  it('hands on what is meant for the element, and keeps what is its own', async () => {
    const harness = launcher(
      '<smp-launcher id="x" class="y" floating phone="020 7946 0100" demo opens="slot-booker" service="consultation-video" contact-name="Ada Example">Book</smp-launcher>',
    );
    await harness.element.open();
    const [clinic, inner] = [harness.content('smp-clinic'), harness.content('smp-slot-booker')];
    const attributes = (element: Element): string[] =>
      [...element.attributes].map(({ name, value }) => (value ? `${name}=${value}` : name)).sort();
    assert.deepEqual(attributes(clinic), ['demo', 'phone=020 7946 0100', 'slot=content']);
    assert.deepEqual(attributes(inner), ['contact-name=Ada Example', 'service=consultation-video']);
  });

  it('sets nothing that runs code or styles, whoever wrote the markup', async () => {
    const harness = launcher(
      '<smp-launcher demo></smp-launcher><button data-smp-open="slot-booker" data-smp-onclick="problem()" data-smp-style="color: red" data-smp-slot="x">Book</button>',
    );
    document.querySelector('button')?.click();
    await harness.opened();
    const names = [...harness.content('smp-slot-booker').attributes].map(({ name }) => name);
    assert.deepEqual(names, []);
  });

  it('shows what it showed before when it is opened again', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    await harness.element.open();
    const first = booker(harness);
    await first.chooseService('Video consultation');
    await first.atTimes();
    harness.element.close();
    await harness.closed();
    await harness.element.open();
    assert.equal(booker(harness).element, first.element);
    await first.atTimes();
  });

  it('takes part in the enquiry of the clinic around it', async () => {
    const adapter = backend();
    const around = page.clinic({ adapter });
    const element = document.createElement('smp-launcher');
    element.opens = 'slot-booker';
    element.setAttribute('service', 'talk');
    around.append(element);
    const harness = new LauncherHarness(element);
    await element.open();
    await booker(harness).atTimes();
    assert.isNull(element.querySelector('smp-clinic'));
    assert.equal(adapter.state.calls.getClinic, 1);
  });

  describe('with words of the clinic’s own', () => {
    const closing = async (messages: ClinicMessages) => {
      const element = document.createElement('smp-launcher');
      page.clinic({ adapter: backend(), messages }).append(element);
      await element.open({ element: 'slot-booker', service: 'talk' });
      return new LauncherHarness(element).part('close')?.ariaLabel;
    };

    it('has those that the page writes as JSON', async () => {
      const json = '<script type="application/json" data-smp-messages>{"launcher":{"close":"Shut"}}</script>';
      const harness = launcher(
        `<smp-clinic demo>${json}<smp-launcher opens="slot-booker">Book</smp-launcher></smp-clinic>`,
      );
      await harness.element.open();
      assert.equal(harness.part('close')?.ariaLabel, 'Shut');
    });

    it('has those of its language, and of no other one', async () => {
      assert.equal(await closing({ languages: { en: { launcher: { close: 'Shut' } } } }), 'Shut');
      assert.equal(await closing({ language: 'de', launcher: { close: 'Zu' } }), en.close);
    });

    it('leaves the region of the page to what it opens', async () => {
      document.documentElement.lang = 'en-AU';
      try {
        const harness = launcher(
          '<smp-launcher demo opens="slot-booker" service="consultation-video">Book</smp-launcher>',
        );
        await harness.element.open();
        await booker(harness).atTimes();
        assert.equal(harness.dialog?.lang, 'en-AU');
        // Sunday comes first in America, and in English without a region.
        const [first] = harness.content('smp-slot-booker').shadowRoot?.querySelectorAll('thead th') ?? [];
        assert.include(textOf(first), 'Mon');
        document.documentElement.lang = 'ja';
        await harness.element.open();
        assert.equal(harness.dialog?.lang, 'en', 'there are no words in Japanese');
      } finally {
        document.documentElement.lang = 'en';
      }
    });

    it('follows the language and the direction of the page when it is opened again', async () => {
      const element = document.createElement('smp-launcher');
      page.clinic({ adapter: backend() }).append(element);
      await element.open({ element: 'slot-booker', service: 'talk' });
      element.close();
      document.documentElement.lang = 'ar';
      try {
        await element.open({ element: 'slot-booker', service: 'talk' });
        const harness = new LauncherHarness(element);
        assert.equal(harness.part('close')?.ariaLabel, ar.close);
        assert.deepEqual([harness.dialog?.lang, harness.dialog?.dir], ['ar', 'rtl']);
      } finally {
        document.documentElement.lang = 'en';
      }
    });
  });

  it('uses an adapter and words that were set before its code was there', async () => {
    const element = document.createElement('smp-launcher');
    element.adapter = backend();
    element.messages = { launcher: { close: 'Shut' } };
    element.opens = 'slot-booker';
    document.body.append(element);
    try {
      await element.open({ service: 'talk' });
      const harness = new LauncherHarness(element);
      await booker(harness).atTimes();
      assert.equal(harness.part('close')?.ariaLabel, 'Shut');
    } finally {
      element.remove();
    }
  });

  it('closes by its button, and by a press outside, but not by one that began inside', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    await harness.element.open();
    const { dialog } = harness;
    harness.part('content')?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    dialog?.click();
    assert.isTrue(harness.isOpen);
    dialog?.dispatchEvent(new PointerEvent('pointerdown'));
    dialog?.click();
    assert.isFalse(harness.isOpen);
    await harness.element.open();
    harness.part('close')?.click();
    assert.isFalse(harness.isOpen);
  });

  it('keeps the page behind it where it is', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    const overflow = (): string => getComputedStyle(document.documentElement).overflowY;
    const before = overflow();
    await harness.element.open();
    assert.equal(overflow(), 'hidden');
    harness.element.close();
    assert.equal(overflow(), before);
  });

  it('lets the page go when it is taken out while it is open', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
    await harness.element.open();
    harness.element.remove();
    assert.notEqual(getComputedStyle(document.documentElement).overflowY, 'hidden');
  });

  it('has nothing in the way, closed and open', async () => {
    const harness = launcher('<smp-launcher demo opens="slot-booker">Book now</smp-launcher>');
    assert.equal((await violations(harness.element)).join('\n'), '');
    await harness.element.open();
    await until('there are services', () => booker(harness).services().length > 0);
    assert.equal((await violations(harness.element)).join('\n'), '');
  });

  describe('by other triggers', () => {
    it('opens on anything with data-smp-open, with what that says', async () => {
      const harness = launcher(
        '<smp-launcher demo opens="slot-booker"></smp-launcher><p><a href="#never" data-smp-open="consultation">Ask us</a></p><button data-smp-open data-smp-service="consultation-video">Book</button>',
      );
      assert.isFalse(isShown(harness.button));
      document.querySelector('a')?.click();
      await harness.opened();
      assert.equal(harness.title, 'Ask us');
      assert.isTrue(isShown(harness.content('smp-consultation')));
      assert.notInclude(location.href, '#never');
      harness.element.close();
      document.querySelector('button')?.click();
      await harness.opened();
      assert.equal(harness.content('smp-slot-booker').getAttribute('service'), 'consultation-video');
      assert.isNull(harness.element.querySelector('smp-consultation'));
    });

    it('gives each to the launcher for the same element, else to the first', async () => {
      page.write(
        '<smp-launcher demo opens="slot-booker">Book</smp-launcher><smp-launcher demo opens="consultation">Ask</smp-launcher><i data-smp-open="consultation">one</i><b data-smp-open="hairline-picker">two</b>',
      );
      const [first, second] = [...document.getElementsByTagName('smp-launcher')];
      document.querySelector<HTMLElement>('i[data-smp-open]')?.click();
      await until('the second is open', () => second?.opened);
      assert.isFalse(first?.opened);
      second?.close();
      document.querySelector<HTMLElement>('b[data-smp-open]')?.click();
      await until('the first is open', () => first?.opened);
      assert.isFalse(second?.opened);
    });

    it('takes a link of the page’s own for its button, and leaves a press with a key to the browser', async () => {
      const harness = launcher(
        '<smp-launcher demo opens="slot-booker"><a href="#elsewhere">Book online</a></smp-launcher>',
      );
      const link = document.querySelector('a');
      await until('the link stands in place of the button', () => !isShown(harness.button));
      const pressed = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true });
      addEventListener('click', (event) => assert.isFalse(event.defaultPrevented), { once: true });
      addEventListener('click', (event) => event.preventDefault(), { once: true });
      link?.dispatchEvent(pressed);
      assert.isFalse(harness.isOpen);
      link?.click();
      await harness.opened();
      assert.equal(harness.title, 'Book online');
      harness.element.close();
      assert.equal(document.activeElement, link);
    });
  });

  describe('by keyboard', () => {
    const opened = async (harness: LauncherHarness, tag: string): Promise<void> => {
      await harness.opened();
      assert.isTrue(isShown(harness.content(tag)));
      harness.element.close();
      await harness.closed();
    };

    it('opens on what is no button by itself, also where that comes later', async () => {
      const harness = launcher(
        '<smp-launcher demo opens="slot-booker"></smp-launcher><span data-smp-open="consultation">Ask us</span>',
      );
      const span = document.querySelector('span');
      await until('it is a button', () => span?.role === 'button' && span.tabIndex === 0);
      span?.focus();
      await press('Enter');
      await opened(harness, 'smp-consultation');
      assert.equal(document.activeElement, span);
      const late = document.createElement('div');
      late.textContent = 'Book';
      page.element.append(late);
      late.dataset['smpOpen'] = '';
      await until('the late one is a button', () => late.role === 'button');
      late.focus();
      const top = scrollY;
      await press(' ');
      await opened(harness, 'smp-slot-booker');
      assert.equal(scrollY, top);
    });

    it('opens on words inside a link or a button, which is pressed in their place', async () => {
      const harness = launcher(
        `<smp-launcher demo opens="slot-booker"></smp-launcher><i data-smp-open>the last</i>
        <a href="#never"><span data-smp-open="consultation">Ask us</span></a>
        <button type="button"><span data-smp-open>Book</span></button>`,
      );
      await until('the plain one is a button', () => page.element.querySelector('i')?.role === 'button');
      assert.isEmpty(page.element.querySelectorAll('span[role], span[tabindex]'), 'one in another is none for anybody');
      page.element.querySelector<HTMLElement>(':scope > a')?.focus();
      await press('Enter');
      await opened(harness, 'smp-consultation');
      page.element.querySelector<HTMLElement>(':scope > button')?.focus();
      await press(' ');
      await opened(harness, 'smp-slot-booker');
      assert.equal(location.hash, '');
    });

    it('leaves alone what can be pressed, what is around such a thing, and what the page has said itself', async () => {
      launcher(
        `<smp-launcher demo opens="slot-booker"></smp-launcher><i data-smp-open>the last</i>
        <button data-smp-open>Book</button><a href="#never" data-smp-open>Book</a>
        <div data-smp-open><a href="#never">Book</a></div><u data-smp-open role="link" tabindex="-1">Book</u>`,
      );
      await until('the plain one is a button', () => page.element.querySelector('i')?.role === 'button');
      const roles = ['button', 'a', 'div', 'div > a', 'u'].map((one) => {
        const element = page.element.querySelector(one);
        return `${one} ${element?.getAttribute('role') ?? '-'} ${element?.getAttribute('tabindex') ?? '-'}`;
      });
      assert.deepEqual(roles, ['button - -', 'a - -', 'div - -', 'div > a - -', 'u link -1']);
    });
  });

  describe('by an address', () => {
    afterEach(() => history.replaceState(null, '', location.pathname + location.search));

    it('opens by itself where the page’s address says so, and only one', async () => {
      history.replaceState(null, '', '#smp-open=consultation');
      page.write(
        '<smp-launcher demo opens="slot-booker">Book</smp-launcher><smp-launcher demo opens="slot-booker">Book</smp-launcher>',
      );
      const [first, second] = [...document.querySelectorAll('smp-launcher')];
      await until('the first is open', () => first?.opened);
      assert.isNotNull(first?.querySelector('smp-consultation'));
      assert.isFalse(second?.opened);
      assert.equal(location.hash, '', 'it is done');
      first?.close();
      const [place] = [first?.parentElement];
      if (first) place?.append(first);
      await turn();
      assert.isFalse(first?.opened, 'drawn anew, it stays closed');
    });

    it('opens the one that is for what the address names, of several', async () => {
      history.replaceState(null, '', '#smp-open=consultation');
      page.write(
        '<smp-launcher demo>Begin</smp-launcher><smp-launcher demo opens="consultation" contact-name="Ada">Ask</smp-launcher>',
      );
      const [first, second] = [...document.querySelectorAll('smp-launcher')];
      await until('the second is open', () => second?.opened);
      assert.isFalse(first?.opened);
      assert.equal(second?.querySelector('smp-consultation')?.getAttribute('contact-name'), 'Ada');
    });

    it('leaves links to other sites alone', () => {
      const harness = launcher(
        `<smp-launcher demo></smp-launcher><a href="https://clinic.example${location.pathname}#smp-open">There</a>`,
      );
      const link = document.querySelector('a');
      let isTaken: boolean | undefined;
      addEventListener(
        'click',
        (event) => {
          isTaken = event.defaultPrevented;
          event.preventDefault();
        },
        { once: true },
      );
      link?.click();
      assert.isFalse(isTaken);
      assert.isUndefined(harness.dialog);
    });

    it('opens what it is for where the address names nothing, and stays closed at any other', async () => {
      history.replaceState(null, '', '#smp-opening-hours');
      const other = launcher('<smp-launcher demo opens="consultation">Ask</smp-launcher>');
      await turn();
      assert.isUndefined(other.dialog);
      history.replaceState(null, '', '#smp-open');
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.opened();
      assert.isTrue(isShown(harness.content('smp-slot-booker')));
    });

    it('opens on links to such an address of this page, without going there', async () => {
      const harness = launcher(
        `<smp-launcher demo opens="slot-booker"></smp-launcher><a href="#smp-open=consultation">Ask</a>
        <b><a href="${location.pathname}#smp-open">Book</a></b>`,
      );
      document.querySelector('a')?.click();
      await harness.opened();
      assert.isTrue(isShown(harness.content('smp-consultation')));
      harness.element.close();
      document.querySelector<HTMLElement>('b a')?.click();
      await harness.opened();
      assert.isTrue(isShown(harness.content('smp-slot-booker')));
      assert.equal(location.hash, '');
    });
  });

  describe('while code does not come', () => {
    const time = new VirtualTime();
    beforeEach(() => time.install());
    afterEach(() => time.uninstall());

    it('says so after a while, with the clinic’s number, and asks for it again', async () => {
      const harness = launcher('<smp-launcher demo phone="020 7946 0100" opens="nowhere">Book</smp-launcher>');
      await harness.element.open();
      const shown = (): boolean => harness.part('failed')?.checkVisibility() ?? false;
      const failed = (): string => (shown() ? textOf(harness.part('failed')) : '');
      await time.pass(9_000);
      assert.equal(failed(), '');
      await time.pass(1_500);
      assert.include(failed(), en.failed);
      assert.include(failed(), '020 7946 0100');
      assert.equal(harness.part('phone')?.getAttribute('href'), 'tel:02079460100');
      // The clock is needed for that.
      time.uninstall();
      assert.equal((await violations(harness.element)).join('\n'), '');
      time.install();
      const asked: string[] = [];
      const holder = globalThis as { [ELEMENT_LOADER]?: ElementPreloader };
      holder[ELEMENT_LOADER] = { preload: () => undefined, load: (tag) => void asked.push(tag) };
      harness.part('failed')?.querySelector('button')?.click();
      delete holder[ELEMENT_LOADER];
      assert.deepEqual(asked, ['smp-clinic', 'smp-nowhere']);
      assert.equal(failed(), '');
      await time.pass(10_500);
      assert.include(failed(), en.failed);
      customElements.define('smp-nowhere', class extends HTMLElement {});
      await time.pass(0);
      assert.equal(failed(), '');
    });

    it('says nothing where it comes', async () => {
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      await time.pass(11_000);
      assert.isFalse(harness.part('failed')?.checkVisibility());
    });
  });

  describe('while the pages of what it opens do not come', () => {
    before(() => customElements.define('smp-pageless', SmpPageless));
    beforeEach(() => {
      SmpPageless.comes = false;
    });
    // The developer is told.
    afterEach(() => reports.warnings.splice(0));

    async function opened() {
      const harness = launcher(
        '<smp-launcher demo phone="020 7946 0100" opens="pageless">Book<p slot="footer">A company</p></smp-launcher>',
      );
      await harness.element.open();
      const isFailed = () => harness.part('failed')?.checkVisibility() ?? false;
      const isContent = () => harness.content('smp-pageless').checkVisibility();
      await until('it says so', isFailed);
      return { harness, isFailed, isContent };
    }

    it('says so in place of them, with the clinic’s number', async () => {
      const { harness, isContent } = await opened();
      assert.include(textOf(harness.part('failed')), en.failed);
      assert.include(textOf(harness.part('failed')), '020 7946 0100');
      assert.isFalse(isContent());
      assert.isTrue(harness.content(':scope > [slot=footer]').checkVisibility());
      assert.equal((await violations(harness.element)).join('\n'), '');
    });

    it('asks for them on a press', async () => {
      const { harness, isFailed, isContent } = await opened();
      SmpPageless.comes = true;
      harness.part('failed')?.querySelector('button')?.click();
      assert.isFalse(isFailed());
      const pages = () => textOf(harness.content('smp-pageless').shadowRoot?.querySelector('p'));
      await until('they are shown', () => isContent() && !isFailed() && pages() === 'Its pages');
    });

    it('shows them once the device is online again', async () => {
      const { isFailed, isContent } = await opened();
      SmpPageless.comes = true;
      window.dispatchEvent(new Event('online'));
      await until('they are shown', () => isContent() && !isFailed());
    });

    /** A launcher in a page without a booker's pages, after two presses to ask for them. */
    async function askedTwice(before: (element: SmpLauncher) => Promise<unknown>) {
      const { document: framed, settled } = await framedPage(page, { missing: ['src/elements/slot-booker/booker.ts'] });
      let gone = false;
      framed.defaultView?.addEventListener('pagehide', () => (gone = true));
      const element = framed.createElement('smp-launcher');
      framed.body.append(element);
      await before(element);
      const failed: boolean[] = [];
      framed.addEventListener('smp-pages', () => failed.push(true));
      await element.open({ element: 'slot-booker', demo: true });
      const harness = new LauncherHarness(element);
      for (const times of [1, 2]) {
        await until('it says so', () => failed.length === times && harness.part('failed')?.checkVisibility());
        harness.part('failed')?.querySelector('button')?.click();
      }
      return { isGone: () => gone, isAsked: () => failed.length > 2, settled };
    }

    it('loads the page anew where they were asked for again in vain: some browsers do not ask twice', async () => {
      const { isGone } = await askedTwice(() => Promise.resolve());
      await until('the page is loaded anew', isGone);
    });

    it('asks for them once more instead where answers would be lost with the page', async () => {
      const { isGone, isAsked, settled } = await askedTwice(async (element) => {
        await element.open({ element: 'consultation', demo: true });
        const consultation = new LauncherHarness(element).content('smp-consultation') as SmpConsultation;
        const root = consultation.shadowRoot;
        await until('there is a question', () => root?.querySelector('input'));
        root?.querySelector<HTMLElement>('label')?.click();
        root?.querySelector<HTMLElement>('[part~=button]')?.click();
        await until('it has an answer', () => consultation.unsent);
      });
      await until('they are asked for', isAsked);
      await settled();
      assert.isFalse(isGone());
    });

    it('says so of a real one, and nothing of one that says itself what is wrong', async () => {
      const { document: framed } = await framedPage(page, { missing: ['src/elements/slot-booker/booker.ts'] });
      const element = framed.createElement('smp-launcher');
      framed.body.append(element);
      const harness = new LauncherHarness(element);
      const isFailed = () => harness.part('failed')?.checkVisibility() ?? false;
      await element.open({ element: 'slot-booker', demo: true });
      await until('it says so', isFailed);
      await element.open({ element: 'consultation', endpoint: 'http://[nowhere' });
      const alert = () => harness.content('smp-consultation').shadowRoot?.querySelector('[role=alert]');
      await until('the consultation says what is wrong', alert);
      assert.isFalse(isFailed());
    });
  });

  it('does without keyboards and addresses where their code does not come, and shows the clinic’s number', async () => {
    const files = ['pressable', 'arrival'].map((name) => `src/elements/launcher/${name}.ts`);
    const { document: framed, settled } = await framedPage(page, { missing: files });
    const uncaught: unknown[] = [];
    const view = framed.defaultView;
    view?.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(reason));
    if (view) view.location.hash = '#smp-open';
    framed.body.innerHTML =
      '<smp-launcher demo phone="020 7946 0100">Book</smp-launcher><smp-launcher demo phone="020 7946 0100">Ask</smp-launcher>';
    const [first, second] = [...framed.body.children].map((one) => () => one.shadowRoot?.querySelector('[part=phone]'));
    await until('the number is shown', () => first?.());
    await settled();
    assert.isNotOk(second?.(), 'by one of them');
    assert.isEmpty(uncaught);
  });

  it('floats on a page whose rules mean everything', () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: revert }');
    const harness = launcher('<smp-launcher demo floating opens="slot-booker">Book</smp-launcher>');
    const corner = () => {
      const { right, bottom, height } = harness.button.getBoundingClientRect();
      return {
        position: getComputedStyle(harness.button.parentElement as HTMLElement).position,
        right,
        bottom,
        height,
      };
    };
    const before = corner();
    assert.equal(before.position, 'fixed');
    assert.isAbove(before.bottom, innerHeight - 60);
    document.adoptedStyleSheets.push(sheet);
    try {
      assert.deepEqual(corner(), before);
    } finally {
      document.adoptedStyleSheets.pop();
    }
  });

  describe('with answers that have not been sent', () => {
    async function answering(): Promise<LauncherHarness> {
      const harness = launcher('<smp-launcher demo opens="consultation">Ask us</smp-launcher>');
      await harness.element.open();
      const consultation = harness.content('smp-consultation') as SmpConsultation;
      const root = await until(
        'there is a question',
        () => consultation.shadowRoot?.querySelector('input') && consultation.shadowRoot,
      );
      const option = root.querySelector('label');
      // A real press: a browser lets a page keep a dialog open only for visitors who do something there.
      if (option) await click(option);
      root.querySelector<HTMLElement>('[part~=button]')?.click();
      await until('it has an answer', () => consultation.unsent);
      return harness;
    }

    it('asks before it closes, and stays when that is wanted', async () => {
      const harness = await answering();
      await press('Escape');
      await until('it asks', () => harness.asks);
      assert.equal((await violations(harness.element)).join('\n'), '');
      harness.choose(en.stay);
      assert.isTrue(harness.isOpen);
      assert.isFalse(harness.asks);
      harness.part('close')?.click();
      harness.choose(en.leave);
      assert.isFalse(harness.isOpen);
      await harness.element.open();
      assert.isFalse(harness.asks);
      assert.isTrue((harness.content('smp-consultation') as SmpConsultation).unsent);
    });

    it('lets every answer to its question be reached on the lowest screen', async function () {
      if (!can('setViewport')) this.skip();
      await setViewport({ width: 320, height: 256 });
      const harness = await answering();
      harness.part('close')?.click();
      await until('it asks', () => harness.asks);
      const leaving = harness.part('leaving');
      assert.exists(leaving);
      if (!leaving) return;
      await until(
        'the question keeps within the window',
        () => leaving.getBoundingClientRect().bottom <= innerHeight + 1,
      );
      leaving.scrollTop = leaving.scrollHeight;
      const { bottom = Infinity } = [...leaving.querySelectorAll('button')].at(-1)?.getBoundingClientRect() ?? {};
      assert.isAtMost(bottom, innerHeight);
      await setViewport(DESK);
    });

    it('closes without asking for the page itself', async () => {
      const harness = await answering();
      harness.element.close();
      assert.isFalse(harness.isOpen);
    });
  });

  describe('on a phone', () => {
    // Such browsers have a phone's back button close dialogs, and nothing is to be done for it.
    const closesDialogs = 'CloseWatcher' in globalThis;
    const isTaken = (): boolean => 'smp-launcher' in ((history.state as object | null) ?? {});

    beforeEach(async function () {
      if (!can('setViewport')) this.skip();
      await setViewport(PHONE);
    });
    afterEach(async () => {
      document.querySelectorAll('smp-launcher').forEach((one) => one.close());
      await until('its entry is gone', () => !isTaken());
      await setViewport(DESK);
    });

    it('is the whole screen', async () => {
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      await setViewport(DESK);
      await setViewport(PHONE);
      const missing = (): number => {
        const { width = 0, height = 0 } = harness.dialog?.getBoundingClientRect() ?? {};
        return Math.abs(innerWidth - width) + Math.abs(innerHeight - height);
      };
      // The window of one engine tells the page's layout of its size a little later than the page itself.
      await until('it fills the window', () => missing() < 1);
      await setViewport(DESK);
      await until('it is a window of its own', () => missing() > 40);
    });

    it('closes by the back button, and the page’s own state stays', async function () {
      if (closesDialogs) this.skip();
      history.replaceState({ mine: 1 }, '');
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      assert.propertyVal(history.state, 'mine', 1);
      history.back();
      await harness.closed();
      assert.deepEqual(history.state, { mine: 1 });
    });

    it('leaves nothing of a payment in the entry that it goes back to', async function () {
      if (closesDialogs) this.skip();
      history.replaceState(null, '', '#smp-paid=SMP-7QX');
      const harness = launcher('<smp-launcher demo>Begin</smp-launcher>');
      await harness.opened();
      await until('its entry is there', isTaken);
      harness.element.close();
      await until('its entry is gone', () => !isTaken());
      await until('nothing is left of it', () => location.hash === '');
    });

    it('takes its entry away again when it is closed otherwise, and may be opened again at once', async function () {
      if (closesDialogs) this.skip();
      history.replaceState({ mine: 2 }, '');
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      const gone = new Promise((resolve) => addEventListener('popstate', resolve, { capture: true, once: true }));
      harness.element.close();
      await harness.element.open();
      await gone;
      await until('it has an entry again', isTaken);
      history.back();
      await harness.closed();
      await until('the page’s own entry is shown', () => !isTaken());
      assert.propertyVal(history.state, 'mine', 2);
    });

    it('closes by the back button also where the page stands at an entry of before it was loaded again', async function () {
      if (closesDialogs) this.skip();
      history.replaceState({ mine: 5 }, '');
      history.pushState({ mine: 5, 'smp-launcher': 0.5 }, '');
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      history.back();
      await harness.closed();
      assert.deepEqual(history.state, { mine: 5 });
    });

    it('leaves the history alone where the browser closes dialogs by itself', async function () {
      if (!closesDialogs) this.skip();
      history.replaceState({ mine: 4 }, '');
      const harness = launcher('<smp-launcher demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      assert.deepEqual(history.state, { mine: 4 });
    });

    it('leaves the history alone with no-history', async () => {
      history.replaceState({ mine: 3 }, '');
      const harness = launcher('<smp-launcher no-history demo opens="slot-booker">Book</smp-launcher>');
      await harness.element.open();
      assert.deepEqual(history.state, { mine: 3 });
    });
  });
});
