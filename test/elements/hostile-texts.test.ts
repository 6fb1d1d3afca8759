import { assert } from '@esm-bundle/chai';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { CourseOffer } from '../../src/domain/course/course-offer.js';
import { visitor } from '../../src/controllers/visitor.js';
import { addDays, addMonths } from '../../src/domain/time/plain-date.js';
import { en as care } from '../../src/locales/care/en.js';
import { en as course } from '../../src/locales/course/en.js';
import { en } from '../../src/locales/en.js';
import { en as management } from '../../src/locales/management/en.js';
import { bookedVisit, managerOn } from '../support/booking-manager.harness.js';
import { engine } from '../support/browser.js';
import { careOn } from '../support/care.harness.js';
import { backend, useClinicPage } from '../support/clinic-page.js';
import { overridden } from '../support/fault-adapter.js';
import { clinicSaying, planted, useHarmWatch } from '../support/harm.js';
import { fitting, hostileTexts } from '../support/hostile-texts.js';
import { ADA, textOf } from '../support/slot-booker.harness.js';
import { until } from '../support/until.js';

/** Two visits as one treatment, in these words. */
const offerSaying = (text: string, id: string): CourseOffer => ({
  id,
  name: fitting(text, 200),
  description: fitting(text, 2000),
  sessions: [{ service: 'visit', role: 'foundation' }, { service: 'visit' }],
  gapDays: { min: 7, default: 8, max: 20 },
  deposit: { text: fitting(text, 2000), url: 'https://pay.northlight.example/' },
});

/** A backend that says this wherever it says something. */
function backendSaying(text: string): MemoryAdapter {
  const extra = (['preparation', 'aftercare'] as const).map((part) => ({
    part,
    kind: 'do' as const,
    day: 2,
    text: fitting(text, 200),
  }));
  const clinic = {
    ...clinicSaying(text),
    courses: ['one', 'two'].map((id) => offerSaying(text, id)),
    care: { extra, emergency: fitting(text, 200) },
  };
  const adapter = backend({ clinic });
  return overridden(adapter, {
    async bookCourse(draft, options) {
      const booked = await adapter.bookCourse?.(draft, options);
      if (!booked) throw new Error('It knows no courses');
      const sessions = booked.sessions.map((session) => ({ ...session, reference: fitting(text, 200) }));
      return { ...booked, sessions, reference: fitting(text, 200) };
    },
    async getBooking(...args) {
      const shown = await adapter.getBooking?.(...args);
      if (!shown) throw new Error('It shows no bookings');
      const sessions = shown.sessions.map((session) => ({ ...session, reference: fitting(text, 200) }));
      return { ...shown, sessions };
    },
    async getTouchUps(...args) {
      const plan = await adapter.getTouchUps?.(...args);
      if (!plan) throw new Error('It keeps no plans');
      return { ...plan, contactHint: fitting(text, 200) };
    },
  });
}

describe(`hostile texts after the first booking, in ${engine}`, () => {
  const page = useClinicPage();
  const harm = useHarmWatch();
  const last = addDays(visitor.today(), -3);

  const rootOf = ({ shadowRoot }: Element): ShadowRoot => {
    if (!shadowRoot) throw new Error('It has not rendered');
    return shadowRoot;
  };

  // What one engine takes for text, another seldom runs: the most telling ones are enough for the others.
  for (const text of engine === 'chromium' ? hostileTexts : hostileTexts.slice(0, 6)) {
    const named = JSON.stringify(text.slice(0, 30));

    it(`are text in a course, which is booked: ${named}`, async () => {
      const adapter = backendSaying(text);
      const booker = page.booker({ adapter, course: '' });
      const press = async (part: string): Promise<void> => {
        await booker.shows(part, () => booker.part(part));
        booker.part(part)?.click();
        await booker.element.updateComplete;
      };
      await booker.at(course.chooseOffer);
      harm.unharmed(booker.root, 'offers');
      assert.include(booker.root.textContent, fitting(text, 200));
      await press('button');
      await booker.at(course.firstTitle);
      await booker.shows('times', () => booker.part('time'));
      booker.part('time')?.querySelector('input')?.click();
      await booker.element.updateComplete;
      await press('button');
      await booker.at(course.planTitle);
      await booker.shows('a whole plan', () => !booker.text().includes(course.planning));
      harm.unharmed(booker.root, 'plan');
      await press('button');
      await booker.at(en.yourDetails);
      const { privacy: _, ...typed } = ADA;
      await booker.fill(typed);
      booker.all('input[type=checkbox]').forEach((box) => box.click());
      await booker.continue();
      await booker.at(en.checkTitle);
      harm.unharmed(booker.root, 'answers');
      await press('button');
      await booker.at(course.confirmedTitle);
      harm.unharmed(booker.root, 'confirmed');
      assert.lengthOf(adapter.state.bookings, 2);
    });

    it(`are text in a booking that is looked after: ${named}`, async () => {
      const adapter = backendSaying(text);
      const { manageToken = '' } = await bookedVisit(adapter);
      const manager = managerOn(page, { adapter, token: manageToken });
      await manager.at(management.title(1));
      harm.unharmed(manager.root, 'booking');
      await manager.press('move');
      await manager.at(management.timeTitle);
      await manager.pick(3);
      harm.unharmed(manager.root, 'times');
      await manager.press('button');
      await manager.at(management.moveTitle);
      harm.unharmed(manager.root, 'what moving means');
      await manager.press('button');
      await manager.at(management.title(1));
      await manager.press('cancel');
      await manager.at(management.cancelTitle(1));
      harm.unharmed(manager.root, 'what cancelling means');
      await manager.press('button');
      await manager.shows('what was done', () => textOf(manager.part('notice')) === management.notice.cancelled);
      harm.unharmed(manager.root, 'cancelled');
    });

    it(`are text in preparation and aftercare: ${named}`, async () => {
      for (const tag of ['smp-preparation', 'smp-aftercare'] as const) {
        const around = page.clinic({ adapter: backendSaying(text) });
        const steps = await careOn({ element: around }, tag, { date: visitor.today() }).ready();
        await steps.shows('the clinic’s own step', () => steps.root.textContent.includes(fitting(text, 200)));
        harm.unharmed(steps.root, tag);
        if (tag === 'smp-aftercare') assert.include(steps.text(), care.aftercareTitle);
        around.remove();
      }
    });

    it(`are text in a plan of touch-ups: ${named}`, async () => {
      const adapter = backendSaying(text);
      await adapter.signUpForTouchUps?.(
        {
          lastSession: last,
          contact: { name: fitting(text.trim() || 'x', 100), email: 'ada@example.com' },
          channels: ['email'],
          consents: [
            { purpose: 'touch-up-email', granted: true, version: '1', at: '2026-11-30T08:00:00Z', wording: 'Yes' },
          ],
          dates: { check: addDays(last, 42), review: addMonths(last, 12), refresh: addMonths(last, 30) },
        },
        { operationId: 'touch-up-test-sign-up' },
      );
      const around = page.clinic({ adapter });
      const element = Object.assign(document.createElement('smp-touch-up-reminder'), { date: last });
      around.append(element);
      await until('the sign-up', () => element.shadowRoot?.querySelector('[part=remind]'));
      rootOf(element).querySelector<HTMLElement>('[part=remind]')?.click();
      await until('its form', () => element.shadowRoot?.querySelector('#remind-name'));
      harm.unharmed(rootOf(element), 'sign-up');
      element.token = adapter.state.touchUps[0]?.token ?? '';
      await until('the plan', () => element.shadowRoot?.querySelector('[part=plan]'));
      harm.unharmed(rootOf(element), 'plan');
    });
  }

  it('would be noticed if they were run', async () => {
    const adapter = backendSaying('x');
    const { manageToken = '' } = await bookedVisit(adapter);
    const manager = await managerOn(page, { adapter, token: manageToken }).at(management.title(1));
    const heading = manager.part('heading');
    if (!heading) throw new Error('No heading');
    heading.innerHTML = hostileTexts[0] ?? '';
    assert.isNotEmpty(planted(manager.root));
    await manager.shows('that it ran', () => harm.runs() > 0);
  });
});
