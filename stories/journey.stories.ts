import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MemoryAdapter } from '../src/adapters/memory.js';
import { arriveAt } from './support/address.js';
import { answerUntil } from './support/consulted.js';
import { bookCourse, bookVisit, cameAsFarAs } from './support/earlier.js';
import { guestAt, untilPart, type Guest, type Played } from './support/guest.js';
import type { SceneParameters } from './support/scene.js';

const TAG = 'smp-journey';
const FALLBACK = '<p>To speak with us instead, call <a href="tel:+442079460111">020 7946 0111</a>.</p>';

const scene = (own: SceneParameters = {}) => ({ scene: { content: FALLBACK, ...own } });

const meta = {
  title: 'Elements/Journey',
  component: TAG,
  parameters: scene(),
  play: async (played: Played) => void (await begun(played)),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** At the first step. */
async function begun(played: Played): Promise<Guest> {
  const visitor = await guestAt(played, TAG);
  await visitor.part('heading');
  await visitor.ready();
  return visitor;
}

/** A play function that waits until the element of a step shows a part. */
const untilStep =
  (tag: string, part = 'heading') =>
  async (played: Played): Promise<void> => {
    await (await (await begun(played)).within(tag)).part(part);
  };

/** Leaves a step out for now. */
async function skip(visitor: Guest): Promise<void> {
  (
    await visitor.until('a way on', () => visitor.root.querySelector<HTMLElement>('[part=ways] .link') ?? undefined)
  ).click();
}

/** Answers the consultation and sends it. */
async function toSent(played: Played): Promise<Guest> {
  const visitor = await begun(played);
  await answerUntil(await visitor.within('smp-consultation'), 'sent');
  return visitor;
}

/** A visit that was booked in the journey before its page was loaded again, with the visitor at `step` since. */
const booked = (step: 'booking' | 'care') => async (adapter: MemoryAdapter) => {
  const { reference, slot } = await bookVisit(adapter, 'treatment');
  const receipts = { booking: { reference, status: 'confirmed' as const } };
  await cameAsFarAs(adapter, {
    step,
    done: ['booking'],
    skipped: ['consultation', 'design'],
    receipts,
    sessions: [slot],
    service: 'treatment',
  });
  return {};
};

/** The visitor comes back from the clinic's payment page. */
const backFromPaying = (name: 'smp-paid' | 'smp-payment-cancelled') => async (adapter: MemoryAdapter) => {
  const { reference, sessions } = await bookCourse(adapter);
  const receipts = { booking: { reference, status: 'confirmed' as const } };
  const slots = sessions.map(({ slot }) => slot);
  await cameAsFarAs(adapter, { step: 'booking', done: ['booking'], skipped: [], receipts, sessions: slots });
  arriveAt(`${name}=${reference}`);
  return {};
};

/** All steps, from the first question to the care: the smallest form. */
export const Basic: Story = { play: untilStep('smp-consultation') };

/** The consultation left out for now: the hairline, and the way back. */
export const Design: Story = {
  play: async (played) => {
    const visitor = await begun(played);
    await (await visitor.within('smp-consultation')).part('heading');
    await skip(visitor);
    await (await visitor.within('smp-hairline-picker')).part('picture');
  },
};

/** The consultation is sent, and leads on to the hairline. */
export const Consulted: Story = { play: async (played) => void (await (await toSent(played)).part('button')) };

/** The answers rule out any appointment: there is no way on. */
export const RuledOut: Story = {
  play: async (played) => {
    const visitor = await begun(played);
    const consultation = await visitor.within('smp-consultation');
    await answerUntil(consultation, 'outcome', { ageConfirm18: 'no' });
  },
};

/** The hairline comes first. */
export const DesignFirst: Story = {
  args: { steps: 'design booking care' },
  play: untilStep('smp-hairline-picker', 'picture'),
};

/** The appointment comes first: steps of the page’s own choice, in its own order. */
export const BookingFirst: Story = {
  args: { steps: 'booking care' },
  play: untilStep('smp-slot-booker', 'service'),
};

/** Care only, for those who have booked elsewhere: days instead of dates. */
export const CareFirst: Story = { args: { steps: 'care' }, play: untilStep('smp-preparation') };

/** No step may be left out, and the service is the page’s. */
export const NothingSkipped: Story = {
  args: { steps: 'consultation booking', skippable: '', service: 'consultation' },
  play: untilStep('smp-consultation'),
};

/** All sessions of a treatment in place of one appointment. */
export const Course: Story = {
  args: { steps: 'booking care', course: '' },
  play: untilStep('smp-slot-booker', 'service'),
};

/** A course with its deposit, as the clinic’s words have it, before anything is booked. */
export const CourseWithDeposit: Story = {
  globals: { clinic: 'deposits' },
  args: { steps: 'booking care', course: 'shaved-look' },
  play: async (played) => {
    const booker = await (await begun(played)).within('smp-slot-booker');
    await booker.press('day-free', 2);
    await booker.chooseTime();
    await booker.press('button');
    await booker.part('session', 2);
    await booker.part('terms');
  },
};

/** On a narrow page the steps are one line, which opens as a list. */
export const Steps: Story = {
  globals: { width: '320' },
  play: async (played) => {
    const visitor = await begun(played);
    await (await visitor.within('smp-consultation')).part('heading');
    await visitor.press('toggle');
    await visitor.part('steps');
  },
};

/** The page was loaded again: the visitor goes on where they were, and is told so. */
export const Resumed: Story = {
  parameters: scene({
    prepare: async (adapter) => {
      const contact = { name: 'Ada Example', email: 'ada@example.com' };
      const skipped = ['consultation', 'design'] as const;
      await cameAsFarAs(adapter, { step: 'booking', done: [], skipped: [...skipped], receipts: {}, contact });
      return {};
    },
  }),
  play: async (played) => {
    await (await begun(played)).part('restored');
    await untilStep('smp-slot-booker', 'service')(played);
  },
};

/** Loaded again after a booking: what was booked, and the way on. */
export const ResumedAfterBooking: Story = {
  parameters: scene({ prepare: booked('booking') }),
  play: async (played) => void (await (await begun(played)).part('receipt')),
};

/** The last step: what to do before and after the booked days. */
export const Care: Story = { parameters: scene({ prepare: booked('care') }), play: untilStep('smp-preparation') };

/** Back from the clinic’s payment page. That money has arrived only the clinic can say. */
export const BackFromPaying: Story = {
  globals: { clinic: 'deposits' },
  args: { steps: 'booking care', course: 'shaved-look' },
  parameters: scene({ prepare: backFromPaying('smp-paid') }),
  play: untilPart(TAG, 'payment'),
};

/** Back without having paid. */
export const PaymentCancelled: Story = {
  globals: { clinic: 'deposits' },
  args: { steps: 'booking care', course: 'shaved-look' },
  parameters: scene({ prepare: backFromPaying('smp-payment-cancelled') }),
  play: untilPart(TAG, 'payment'),
};

/** Before the code is there, the page’s own content is shown. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await guestAt(played, TAG)),
};

/** Nothing is reached: the visitor is told, and the page’s own content is shown. */
export const Failed: Story = {
  globals: { network: 'offline' },
  tags: ['warns'],
  play: async (played) => void (await (await (await guestAt(played, TAG)).within('smp-consultation')).part('error')),
};

/** The backend takes no bookings: the time that was wanted is not held, and the visitor stays where they were. */
export const Refused: Story = {
  globals: { network: 'failing' },
  args: { steps: 'booking care', service: 'consultation' },
  tags: ['warns'],
  play: async (played) => {
    const booker = await (await begun(played)).within('smp-slot-booker');
    await booker.press('day-free', 2);
    await booker.chooseTime(1);
    await booker.press('button');
    await booker.part('error');
  },
};

/** A clinic of few means: without a place for consultations the answers go along with the booking. */
export const SimpleBackend: Story = { globals: { clinic: 'one-chair' }, play: untilStep('smp-consultation') };

/** Laid out from right to left. */
export const RightToLeft: Story = { globals: { locale: 'ar' }, play: untilStep('smp-consultation') };

/** In the look of an old barber’s shop. */
export const Themed: Story = { globals: { theme: 'barber' }, play: untilStep('smp-consultation') };
