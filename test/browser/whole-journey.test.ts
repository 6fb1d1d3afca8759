import { assert } from '@esm-bundle/chai';
import { axeViolations } from '../support/accessibility.js';
import { engine } from '../support/browser.js';
import { useClinicPage } from '../support/clinic-page.js';
import { clinicServer } from '../support/clinic-server.js';
import { journeyOn, type JourneyHarness } from '../support/journey.harness.js';
import { isShown, textOf } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';

type Inner = 'smp-consultation' | 'smp-hairline-picker' | 'smp-slot-booker' | 'smp-preparation';

/** Somebody who fills in whatever is asked, in whichever language, by what the controls are for. */
class Client {
  readonly #journey: JourneyHarness;

  constructor(journey: JourneyHarness) {
    this.#journey = journey;
  }

  /** Waits for an element's first heading. */
  async meet(name: Inner): Promise<ShadowRoot> {
    return until(`<${name}> shows something`, () => {
      const root = this.#journey.root.querySelector(name)?.shadowRoot;
      return root?.querySelector('[part~=heading], [part~=picture]') && root;
    });
  }

  async consult(): Promise<void> {
    const root = await this.meet('smp-consultation');
    for (let pages = 0; !root.querySelector('[part~=reference]'); pages++) {
      assert.isBelow(pages, 60, `the end is not reached from “${textOf(root.querySelector('[part~=heading]'))}”`);
      const email = root.querySelector('input[type=email]');
      if (email) this.#fill(root);
      else this.#choose(root);
      await this.#press(root);
    }
  }

  async design(): Promise<void> {
    const root = await this.meet('smp-hairline-picker');
    await until('the picker is ready', () => root.host.matches(':state(ready)'));
    root.querySelector<HTMLElement>('button[part~=button]')?.click();
  }

  async book(): Promise<void> {
    const root = await this.meet('smp-slot-booker');
    const service = await until('there are services', () => root.querySelector<HTMLElement>('[value=treatment]'));
    service.click();
    await this.#press(root);
    const time = await until('there are times', () => root.querySelector<HTMLElement>('[part~=time] input'));
    time.click();
    await this.#press(root);
    await until('details are asked for', () => root.querySelector('input[type=email]'));
    assert.isNull(root.querySelector('input[type=checkbox][required]'), 'what was agreed to is not asked again');
    await this.#press(root);
    await until('answers are shown', () => root.querySelector('[part~=answers]'));
    root.querySelector<HTMLElement>('button[part~=button]')?.click();
    await until('it is booked', () => root.querySelector('[part~=reference]'));
  }

  /** A harmless answer: what does not apply, else the first choice. */
  #choose(root: ShadowRoot): void {
    const choices = [...root.querySelectorAll<HTMLInputElement>('input:is([type=radio], [type=checkbox])')];
    if (choices.some(({ checked }) => checked)) return;
    const isAge = choices[0]?.name.includes('age');
    const none = choices.find(({ value }) => !isAge && ['none', 'no', 'male', 'shavedLook'].includes(value));
    (none ?? choices[0])?.click();
  }

  #fill(root: ShadowRoot): void {
    for (const [selector, value] of [
      ['[autocomplete=name]', 'Ada Example'],
      ['[autocomplete=email]', 'ada@example.com'],
    ] as const) {
      const field = root.querySelector<HTMLInputElement>(selector);
      if (!field) throw new Error(`No field ${selector}`);
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
  }

  /** Continues, and waits for another page. */
  async #press(root: ShadowRoot): Promise<void> {
    const page = () => textOf(root.querySelector('[part~=heading]')) + textOf(root.querySelector('[part~=progress]'));
    const before = page();
    const button = await until('there is a way on', () =>
      [...root.querySelectorAll<HTMLElement>('button[part~=button]')].find(isShown),
    );
    button.click();
    await until(`“${before}” can be left`, () => page() !== before || root.querySelector('[part~=reference]'));
  }
}

describe(`the whole journey with the clinic’s backend in ${engine}`, () => {
  const page = useClinicPage();
  let url = '';
  before(async function () {
    this.timeout(90_000);
    url = await clinicServer.url();
  });

  for (const [lang, dir] of [
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    it(`leads from the first question to the care, in ${lang}`, async function () {
      this.timeout(60_000);
      Object.assign(document.documentElement, { lang, dir });
      const journey = journeyOn(page, { endpoint: `${url}/smp` });
      const client = new Client(journey);
      const wrong: string[] = [];
      const look = async () => {
        wrong.push(...(await axeViolations(journey.element)));
        if (document.documentElement.scrollWidth > innerWidth) wrong.push(`too wide: ${journey.heading()}`);
      };
      const goOn = () => journey.part('button')?.click();

      await client.meet('smp-consultation');
      await look();
      await client.consult();
      goOn();
      await client.meet('smp-hairline-picker');
      await look();
      await client.design();
      await client.meet('smp-slot-booker');
      await look();
      await client.book();
      const booker = journey.find('smp-slot-booker');
      goOn();
      const care = await client.meet('smp-preparation');
      await look();

      assert.deepEqual(wrong, []);
      assert.match(booker.value, /^SMP-/);
      // A consultation is booked: what to do before a session is told without dates.
      assert.isAbove(textOf(care.lastElementChild).length, 200);
      const [phone, heading] = [journey.part('phone'), journey.part('heading')].map(
        (one) => one?.getBoundingClientRect().left ?? 0,
      );
      assert.equal((phone ?? 0) > (heading ?? 0), dir === 'ltr');
      const clinic = (await (await fetch(`${url}/smp/v1/clinic`)).json()) as { phone: string };
      assert.equal(journey.phone(), clinic.phone);
    });
  }
});
