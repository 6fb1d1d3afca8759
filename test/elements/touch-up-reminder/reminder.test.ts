import { assert } from '@esm-bundle/chai';
import type { SmpErrorEvent } from '../../../src/events/error-event.js';
import { en as common } from '../../../src/locales/en.js';
import { en } from '../../../src/locales/touch-up/en.js';
import { visitor } from '../../../src/controllers/visitor.js';
import { addDays, addMonths } from '../../../src/domain/time/plain-date.js';
import { violations } from '../../support/accessibility.js';
import { can, emulateMedia, engine } from '../../support/browser.js';
import { usePageReports } from '../../support/page-reports.js';
import { textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';
import '../../../src/elements/touch-up-reminder/define.js';

describe(`<smp-touch-up-reminder> in ${engine}`, () => {
  const reports = usePageReports();
  const today = visitor.today();
  const last = addDays(today, -3);
  const month = (months: number) =>
    new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(addMonths(last, months)),
    );
  const made: HTMLElement[] = [];

  afterEach(() => {
    for (const element of made.splice(0)) element.remove();
    document.documentElement.removeAttribute('dir');
    assert.isEmpty(reports.uncaught);
  });

  /** A reminder on a page of its own, without a clinic. */
  async function reminder(attributes: Readonly<Record<string, string>> = { date: last }) {
    const element = document.createElement('smp-touch-up-reminder');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const errors: SmpErrorEvent[] = [];
    element.addEventListener('smp-error', (event) => errors.push(event));
    element.textContent = 'Please call us.';
    document.body.append(element);
    made.push(element);
    await until('the reminder', () => element.matches(':state(ready)'));
    await element.updateComplete;
    const root = element.shadowRoot;
    if (!root) throw new Error('The reminder has not rendered');
    const all = <T extends Element = HTMLElement>(selector: string) => [...root.querySelectorAll<T>(selector)];
    const option = (name: string, value: string) => {
      const found = all<HTMLInputElement>(`[name=${name}][value=${value}]`)[0];
      if (!found) throw new Error(`There is no ${name} ${value}`);
      return found;
    };
    const pick = async (name: string, value: string) => {
      option(name, value).click();
      await element.updateComplete;
    };
    const refine = async () => {
      all('summary')[0]?.click();
      await until('the questions', () => all('[name=skin]').length > 0);
      await element.updateComplete;
    };
    const dates = () => all('[part=date] b').map(textOf);
    return { element, root, all, option, refine, pick, dates, errors };
  }

  it('shows an estimate in words before anything is asked', async () => {
    const { dates, all } = await reminder();
    assert.deepEqual(dates().slice(1), [en.about(month(12)), en.about(month(30))]);
    assert.include(textOf(all('[part=estimate]')[0]), en.estimate);
    assert.isEmpty(all('input[type=date]'));
  });

  it('asks for the last session where nobody tells it', async () => {
    const { element, dates, all } = await reminder({});
    assert.isEmpty(dates());
    const field = all<HTMLInputElement>('input[type=date]')[0];
    if (!field) throw new Error('There is no field');
    const type = async (value: string) => {
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await type('1990-01-01');
    assert.include(textOf(all('.wrong')[0]), en.lastSessionWrong);
    assert.equal(field.getAttribute('aria-invalid'), 'true');
    await type(last);
    assert.isEmpty(all('.wrong'));
    assert.equal(dates()[2], en.about(month(30)));
  });

  it('moves the refresh with an answer, tells ears, and sends nothing', async () => {
    const { element, all, refine, pick, dates } = await reminder();
    await refine();
    const before = performance.getEntriesByType('resource').length;
    await pick('skin', 'oily');
    await pick('scar', 'yes');
    assert.equal(dates()[2], en.about(month(18)));
    assert.include(textOf(all('[role=status]')[0]), en.about(month(18)));
    await pick('skin', 'unsure');
    assert.equal(dates()[2], en.about(month(24)));
    assert.equal(performance.getEntriesByType('resource').length, before);
    assert.notMatch(element.outerHTML, /oily|scar/);
  });

  it('makes a calendar file of the dates that lie ahead, with the number that the page gives', async () => {
    const { all } = await reminder({ date: addMonths(today, -20), phone: '020 7946 0000' });
    const names: string[] = [];
    const texts: Promise<string>[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    URL.createObjectURL = (blob: Blob) => {
      texts.push(blob.text());
      return createObjectURL.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      names.push(this.download);
    };
    try {
      all('[part=button]')[0]?.click();
      await until('the file', () => names.length > 0);
    } finally {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    }
    assert.deepEqual(names, ['reminders.ics']);
    const text = (await texts[0]) ?? '';
    assert.equal(text.split('BEGIN:VEVENT').length, 2);
    assert.include(text, addMonths(today, 10).replaceAll('-', ''));
    assert.include(text, common.calendarPhone('020 7946 0000'));
  });

  it('leads to where a touch-up is booked, unless the page does it itself', async () => {
    const { element, all } = await reminder({ date: last, 'booking-href': '#booking' });
    element.addEventListener('smp-touch-up-booking-requested', (event) => event.preventDefault());
    const [link] = all<HTMLAnchorElement>('[part=book]');
    assert.equal(textOf(link), en.book);
    link?.click();
    assert.notEqual(location.hash, '#booking');
    element.bookingHref = 'javascript:alert(1)';
    await element.updateComplete;
    assert.isEmpty(all('[part=book]'));
  });

  it('tells of a date that is none, and asks', async () => {
    const { errors, all } = await reminder({ date: '24/11/2026' });
    assert.equal(errors[0]?.error.code, 'invalid-config');
    assert.lengthOf(all('input[type=date]'), 1);
  });

  for (const forced of ['none', 'active'] as const) {
    it(`has nothing that axe objects to, with forced colours: ${forced}`, async function () {
      if (!can('emulateMedia')) this.skip();
      await emulateMedia({ 'forced-colors': forced });
      try {
        const { element, refine, pick } = await reminder({ date: last, 'booking-href': '#booking' });
        await refine();
        await pick('skin', 'dry');
        const asking = await reminder({});
        const found = [...(await violations(element)), ...(await violations(asking.element))];
        assert.equal(found.join('\n'), '');
      } finally {
        await emulateMedia({});
      }
    });
  }

  it('fits 320 pixels from right to left, with targets that a finger can hit', async () => {
    document.documentElement.dir = 'rtl';
    const { element, all, option, refine } = await reminder({ date: last, 'booking-href': '#booking' });
    element.style.display = 'block';
    element.style.inlineSize = '320px';
    await refine();
    await element.updateComplete;
    assert.isAtMost(element.scrollWidth, element.clientWidth);
    assert.isAtLeast(option('skin', 'dry').closest('label')?.getBoundingClientRect().height ?? 0, 44);
    assert.isAtLeast(all('[part=button]')[0]?.getBoundingClientRect().height ?? 0, 44);
  });
});
