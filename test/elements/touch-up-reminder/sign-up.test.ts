import { assert } from '@esm-bundle/chai';
import type { MemoryAdapter, MemoryAdapterOptions } from '../../../src/adapters/memory.js';
import { visitor } from '../../../src/controllers/visitor.js';
import { addDays, addMonths } from '../../../src/domain/time/plain-date.js';
import { en as words } from '../../../src/locales/en.js';
import { en } from '../../../src/locales/touch-up/en.js';
import { reminderEn } from '../../../src/locales/touch-up/reminder.en.js';
import { violations } from '../../support/accessibility.js';
import { engine } from '../../support/browser.js';
import { backend, clinic, useClinicPage } from '../../support/clinic-page.js';
import { PWNED, hostileTexts } from '../../support/hostile-texts.js';
import { usePageReports } from '../../support/page-reports.js';
import { textOf } from '../../support/slot-booker.harness.js';
import { until } from '../../support/until.js';

const both = { ...clinic, touchUps: { channels: ['email', 'sms'] } };

describe(`Signing up for touch-ups in ${engine}`, () => {
  const page = useClinicPage();
  const reports = usePageReports();
  const last = addDays(visitor.today(), -3);
  // On today's clock, since that is what the page counts by.
  const open = (options: MemoryAdapterOptions = {}): MemoryAdapter =>
    backend({ clinic: both, now: Date.now, ...options });

  afterEach(() => {
    history.replaceState(null, '', location.pathname + location.search);
    assert.isEmpty(reports.uncaught);
  });

  /** A reminder inside its clinic, as a visitor meets it. */
  async function reminder(adapter: MemoryAdapter, given: { token?: string; messages?: object } = {}) {
    const around = page.clinic({ adapter, ...(given.messages && { messages: given.messages }) });
    const element = document.createElement('smp-touch-up-reminder');
    element.date = last;
    element.bookingHref = '#book';
    if (given.token !== undefined) element.token = given.token;
    const changes: string[] = [];
    element.addEventListener('smp-touch-ups-changed', ({ change }) => changes.push(change));
    around.append(element);
    await until('the reminder', () => element.matches(':state(ready)'));
    const all = <T extends Element = HTMLElement>(selector: string) => [
      ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? []),
    ];
    const there = async <T extends Element = HTMLElement>(selector: string): Promise<T> => {
      await until(selector, () => all(selector)[0]);
      await element.updateComplete;
      const [found] = all<T>(selector);
      if (!found) throw new Error(`${selector} has gone`);
      return found;
    };
    const press = async (part: string) => {
      (await there(`[part=${part}]`)).click();
      await element.updateComplete;
    };
    const type = async (id: string, text: string) => {
      const input = await there<HTMLInputElement>(`#${id}`);
      input.value = text;
      input.dispatchEvent(new Event(input.type === 'date' ? 'change' : 'input'));
      await element.updateComplete;
    };
    const tick = async (id: string) => {
      (await there(`#${id}`)).click();
      await element.updateComplete;
    };
    const focused = () => element.shadowRoot?.activeElement;
    return {
      element,
      all,
      there,
      press,
      type,
      tick,
      focused,
      changes,
      text: () => textOf(element.shadowRoot?.lastElementChild),
    };
  }

  async function signed(adapter: MemoryAdapter) {
    await adapter.signUpForTouchUps?.(
      {
        lastSession: last,
        contact: { name: 'Ada Example', email: 'ada@example.com' },
        channels: ['email'],
        consents: [
          { purpose: 'touch-up-email', granted: true, version: '1', at: '2026-11-30T08:00:00Z', wording: 'Yes' },
        ],
        dates: { check: addDays(last, 42), review: addMonths(last, 12), refresh: addMonths(last, 30) },
      },
      { operationId: 'touch-up-test-sign-up' },
    );
    return adapter.state.touchUps[0]?.token ?? '';
  }

  it('asks for a name and the ways that are ticked, stores the words that were read, and says what comes next', async () => {
    const adapter = open();
    const { all, there, press, type, tick, focused, changes } = await reminder(adapter);
    assert.lengthOf(all('[part=date]'), 3, 'the dates come first');
    assert.isEmpty(all('input:not([type=radio])'), 'nothing is asked before it is wanted');
    await press('remind');
    assert.equal((await there('#news')).textContent, reminderEn.signUpTitle);
    assert.isTrue(
      all<HTMLInputElement>('[type=checkbox]').every(({ checked }) => !checked),
      'boxes start unticked',
    );
    await type('remind-name', 'Ada Example');
    await tick('way-email');
    await tick('way-sms');
    assert.lengthOf(all('input:not([type=radio]):not([type=checkbox])'), 3);
    await tick('way-sms');
    await type('remind-email', 'ada@example.com');
    await press('sign-up');
    await there('[part=signed]');
    assert.include(textOf(all('[part=signed]')[0]), 'ada@example.com');
    await until('the focus on the news', () => focused()?.id === 'news');
    const [kept] = adapter.state.touchUps;
    assert.deepEqual(kept?.channels, ['email']);
    assert.deepEqual(kept?.contact, { name: 'Ada Example', email: 'ada@example.com' });
    assert.equal(kept?.lastSession, last);
    assert.deepEqual(
      kept?.consents.map(({ purpose, wording, granted }) => [purpose, wording, granted]),
      [['touch-up-email', reminderEn.consents.email(clinic.name), true]],
    );
    assert.notMatch(JSON.stringify(kept), /skin|sun|scar/);
    assert.deepEqual(changes, ['requested']);
  });

  it('says what is to be put right, and leads there', async () => {
    const adapter = open();
    const { all, there, press, tick, type, focused } = await reminder(adapter);
    await press('remind');
    await press('sign-up');
    await there('[part=problems]');
    await until('the focus on the problems', () => focused()?.id === 'problems');
    assert.include(textOf(all('[part=problems]')[0]), words.nameMissing);
    assert.include(textOf(all('[part=problems]')[0]), reminderEn.wayMissing);
    await type('remind-name', 'Ada');
    await tick('way-sms');
    await type('remind-sms', '12');
    await press('sign-up');
    assert.equal(textOf(all('[part=problems] li')[0]), words.phoneInvalid);
    all('[part=problems] a')[0]?.click();
    assert.equal(focused()?.id, 'remind-sms');
    assert.isEmpty(adapter.state.touchUps);
  });

  it('takes a phone number in the digits of other keyboards, and sends those that everybody can dial', async () => {
    const adapter = open();
    const { there, press, tick, type } = await reminder(adapter);
    await press('remind');
    await type('remind-name', 'Ada');
    await tick('way-sms');
    await type('remind-sms', '٠٥٠ ١٢٣ ٤٥٦٧');
    await press('sign-up');
    await there('[part=signed]');
    assert.equal(adapter.state.touchUps[0]?.contact.phone, '050 123 4567');
  });

  it('offers no more than the calendar where the backend reminds nobody, or the clinic does not', async () => {
    const { all, there } = await reminder(open({ capabilities: { touchUps: false } }));
    await there('[part=button]');
    assert.isEmpty(all('[part=remind]'));
    page.element.replaceChildren();
    const none = await reminder(open({ clinic: { ...clinic, touchUps: { channels: [] } } }));
    await none.there('[part=button]');
    assert.isEmpty(none.all('[part=remind]'));
  });

  it('is never called failed while nobody knows, and signs up once', async () => {
    let lost = true;
    const adapter = open({
      faults: ({ method }) => (method === 'signUpForTouchUps' && lost ? { kind: 'lose' } : undefined),
    });
    const { there, press, type, tick, all } = await reminder(adapter);
    await press('remind');
    await type('remind-name', 'Ada Example');
    await tick('way-email');
    await type('remind-email', 'ada@example.com');
    await press('sign-up');
    await there('[part=unresolved]');
    assert.isEmpty(all('[part=error]'));
    lost = false;
    await press('sign-up');
    await there('[part=signed]');
    assert.lengthOf(adapter.state.touchUps, 1);
    assert.equal(adapter.state.touchUps[0]?.version, 1);
  });

  it('shows the plan of the token in the address, changes it, and stops it', async () => {
    const adapter = open();
    const token = await signed(adapter);
    location.hash = `r=${token}`;
    const { element, all, there, press, type, tick, changes, text } = await reminder(adapter);
    await there('[part=plan]');
    assert.equal(textOf(all('h2')[0]), reminderEn.planTitle);
    assert.include(text(), 'a•••@example.com');
    assert.notInclude(text(), 'ada@');
    assert.notInclude(element.outerHTML + (element.shadowRoot?.innerHTML ?? ''), token);
    // As a skip link does.
    const followed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = 'main';
    await followed;
    await element.updateComplete;
    await there('[part=plan]');
    const later = addMonths(last, 36);
    await type('plan-refresh', later);
    await press('save');
    await there('[part=notice]');
    assert.equal(textOf(all('[part=notice]')[0]), reminderEn.notice.saved);
    assert.equal(adapter.state.touchUps[0]?.dates.refresh, later);
    await type('plan-check', addMonths(last, 40));
    await press('save');
    assert.include(textOf(all('[part=problems]')[0]), reminderEn.wrong.order(en.names.review));
    await type('plan-check', addDays(last, 50));
    await tick('way-email');
    await press('save');
    assert.include(textOf(all('[part=problems]')[0]), reminderEn.wayMissing);
    assert.equal(adapter.state.touchUps[0]?.version, 2, 'none of that was sent');
    await press('stop');
    await until('the end', () => textOf(all('h2')[0]) === reminderEn.stoppedTitle);
    assert.isTrue(adapter.state.touchUps[0]?.stopped);
    assert.deepEqual(changes, ['updated', 'stopped']);
  });

  it('opens the plan of an older link', async () => {
    const adapter = open();
    location.hash = `t=${await signed(adapter)}`;
    const { there } = await reminder(adapter);
    await there('[part=plan]');
  });

  it('shows what somebody else has changed in the meantime before it changes anything', async () => {
    const adapter = open();
    const token = await signed(adapter);
    const { all, there, press, type } = await reminder(adapter, { token });
    await there('[part=plan]');
    const dates = { ...adapter.state.touchUps[0]?.dates, check: addDays(last, 45) } as never;
    await adapter.updateTouchUps?.({ token, version: 1, dates }, { operationId: 'touch-up-test-elsewhere' });
    await type('plan-refresh', addMonths(last, 36));
    await press('save');
    await there('[part=notice]');
    assert.equal(textOf(all('[part=notice]')[0]), reminderEn.notice.changed);
    assert.equal(all<HTMLInputElement>('#plan-check')[0]?.value, addDays(last, 45));
  });

  it('tells the same of every token that opens nothing', async () => {
    const adapter = open();
    const token = await signed(adapter);
    const texts = new Set<string>();
    for (const forged of [`${token}x`, token.slice(1), 'forged', 'two words']) {
      const { all, text } = await reminder(adapter, { token: forged });
      await until('the refusal', () => textOf(all('h2')[0]) === reminderEn.refusedTitle);
      texts.add(text());
      page.element.replaceChildren();
    }
    assert.equal(texts.size, 1);
  });

  it('shows hostile texts as texts', async () => {
    const pwned: string[] = [];
    Object.assign(window, { [PWNED]: () => pwned.push('run') });
    for (const text of hostileTexts) {
      const name = text.slice(0, 200).trim() || 'x';
      const adapter = open({ clinic: { ...both, name, phone: name } });
      const messages = { touchUp: { title: text, estimate: text, reminder: { signUpTitle: text, notNow: text } } };
      const { press, there, all } = await reminder(adapter, { messages });
      await press('remind');
      await there('[part=sign-up-form]');
      assert.isEmpty(all('iframe, script, img, [onload], [onerror], [onfocus]'));
      page.element.replaceChildren();
    }
    assert.isEmpty(pwned);
  });

  it('has nothing that axe objects to, and fits 320 pixels from right to left', async () => {
    const adapter = open();
    const token = await signed(adapter);
    const form = await reminder(adapter);
    await form.press('remind');
    await form.tick('way-email');
    await form.press('sign-up');
    const plan = await reminder(adapter, { token });
    await plan.there('[part=plan]');
    for (const { element } of [form, plan]) assert.isEmpty(await violations(element));
    document.documentElement.dir = 'rtl';
    page.element.style.maxInlineSize = '320px';
    for (const { element } of [form, plan]) {
      element.style.display = 'block';
      await element.updateComplete;
      assert.isAtMost(element.scrollWidth, element.clientWidth);
    }
    page.element.style.maxInlineSize = '';
    document.documentElement.dir = 'ltr';
  });
});
