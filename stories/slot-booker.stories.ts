import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { guestAt, untilPart } from './support/guest.js';
import type { Guest, Played } from './support/guest.js';
import { withoutHolds, withRival } from './support/network.js';
import type { SceneParameters } from './support/scene.js';

const TAG = 'smp-slot-booker';
const FALLBACK = '<p>To book, call us on <a href="tel:+442079460111">020 7946 0111</a>.</p>';

const scene = (own: SceneParameters = {}) => ({ scene: { content: FALLBACK, reserve: '34em', ...own } });

const meta = {
  title: 'Elements/Slot booker',
  component: TAG,
  parameters: scene(),
  args: { service: 'consultation' },
  play: untilPart(TAG, 'time'),
} satisfies Meta;

export default meta;
type Story = StoryObj;

const guest = (played: Played): Promise<Guest> => guestAt(played, TAG);

/** From the calendar to a time that is wanted. */
async function want(played: Played): Promise<Guest> {
  const visitor = await guest(played);
  await visitor.press('day-free', 2);
  await visitor.chooseTime(1);
  await visitor.press('button');
  return visitor;
}

async function toDetails(played: Played): Promise<Guest> {
  const visitor = await want(played);
  await visitor.field('name');
  return visitor;
}

/** Says how to be reached, and goes on to the check page. */
async function fill(visitor: Guest): Promise<void> {
  await visitor.type('name', 'Ada Example');
  await visitor.type('email', 'ada@example.com');
  await visitor.choose('privacy');
  await visitor.press('button');
  await visitor.part('answers');
}

async function toCheck(played: Played): Promise<Guest> {
  const visitor = await toDetails(played);
  await fill(visitor);
  return visitor;
}

/** Waits until the calendar says that nothing is free. */
async function untilFull(played: Played): Promise<Guest> {
  const visitor = await guest(played);
  await visitor.ready();
  await visitor.until('a calendar without days', () => visitor.has('heading') && !visitor.has('day'));
  return visitor;
}

/** From the menu of courses to the plan of all sessions. */
async function toPlan(played: Played): Promise<Guest> {
  const visitor = await guest(played);
  await visitor.press('day-free', 2);
  await visitor.chooseTime();
  await visitor.press('button');
  await visitor.part('session', 2);
  return visitor;
}

/** The smallest form: the visitor chooses a service, a day and a time. */
export const Basic: Story = { args: { service: undefined }, play: untilPart(TAG, 'service') };

/** The page names the service; its times are there at once. */
export const OneService: Story = {};

/** A time is held, and the visitor says how to be reached. */
export const Details: Story = { play: async (played) => void (await toDetails(played)) };

/** What is missing is said at the top, where the focus goes, and at each field. */
export const Problems: Story = {
  play: async (played) => {
    const visitor = await toDetails(played);
    await visitor.type('email', 'ada@homtail.com');
    await visitor.press('button');
    await visitor.part('problems');
  },
};

/** All is read once more before it is sent. */
export const Check: Story = { play: async (played) => void (await toCheck(played)) };

/** The backend has stored the booking. */
export const Confirmed: Story = {
  play: async (played) => {
    const visitor = await toCheck(played);
    await visitor.press('button');
    await visitor.part('calendars');
  },
};

/** Somebody else was quicker: the nearest times are offered first. */
export const SlotTaken: Story = {
  tags: ['warns'],
  parameters: scene({ adapter: withRival }),
  play: async (played) => void (await (await want(played)).part('lost')),
};

/** The backend refuses to store anything. What was typed stays. */
export const Refused: Story = {
  globals: { network: 'failing' },
  tags: ['warns'],
  play: async (played) => void (await (await want(played)).part('error')),
};

/** The answer was lost. The booking may stand, so nothing is called a failure: the visitor asks again. */
export const Unresolved: Story = {
  globals: { network: 'lost' },
  args: { practitioner: undefined },
  parameters: scene({ adapter: withoutHolds }),
  tags: ['warns'],
  play: async (played) => {
    const visitor = await toCheck(played);
    await visitor.press('button');
    await visitor.part('unresolved');
  },
};

/** Times are on their way; the room for them is kept. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await guest(played)),
};

/** Nothing is reached: the visitor is told, and the page’s own words are shown once more. */
export const Failed: Story = { globals: { network: 'offline' }, tags: ['warns'], play: untilPart(TAG, 'error') };

/** Nothing is free. Visitors can ask to be told when something is. */
export const FullyBooked: Story = {
  globals: { network: 'fully-booked' },
  play: async (played) => void (await untilFull(played)),
};

/** Nothing is free, and the backend keeps no waiting list. */
export const FullyBookedWithoutWaitlist: Story = {
  globals: { network: 'fully-booked', clinic: 'one-chair' },
  play: async (played) => void (await untilFull(played)),
};

/** The visitor asks to be told. */
export const Waitlist: Story = {
  globals: { network: 'fully-booked' },
  play: async (played) => {
    const visitor = await untilFull(played);
    (await visitor.lastButton()).click();
    await visitor.field('name');
  },
};

/** A clinic that sells whole courses: the visitor chooses one of them. */
export const Course: Story = { args: { service: undefined, course: '' }, play: untilPart(TAG, 'service') };

/** All sessions, planned from the first at the distance that skin needs. Each can be changed. */
export const CoursePlan: Story = {
  args: { service: undefined, course: 'shaved-look' },
  play: async (played) => void (await toPlan(played)),
};

/** All sessions are booked, or none. This clinic looks at a course before it agrees. */
export const CourseRequested: Story = {
  args: { service: undefined, course: 'shaved-look' },
  play: async (played) => {
    const visitor = await toPlan(played);
    await visitor.press('button');
    await fill(visitor);
    await visitor.press('button');
    await visitor.part('reference');
  },
};

/** Price and deposit are told before anything is booked. */
export const CourseDeposit: Story = {
  args: { service: undefined, course: 'shaved-look' },
  globals: { clinic: 'deposits' },
  play: async (played) => void (await (await toPlan(played)).part('terms')),
};

/** Booked: the deposit is paid on the clinic’s own page, by the course’s reference. */
export const CourseBooked: Story = {
  args: { service: undefined, course: 'shaved-look' },
  globals: { clinic: 'deposits' },
  play: async (played) => {
    const visitor = await toPlan(played);
    await visitor.press('button');
    await fill(visitor);
    await visitor.press('button');
    await visitor.part('deposit');
  },
};

/** The week in which British Summer Time begins: each time is the clinic’s, as its own clock shows it. */
export const ClocksChange: Story = { globals: { clinic: 'clock-change' } };

/** A clinic of few means: its backend lists times and takes bookings, no more. */
export const SimpleBackend: Story = { globals: { clinic: 'one-chair' } };

/** Names that no clinic should have. */
export const LongNames: Story = {
  args: { service: undefined },
  globals: { clinic: 'long-names' },
  play: untilPart(TAG, 'service'),
};

/** Laid out from right to left. */
export const RightToLeft: Story = { globals: { locale: 'ar' } };

/** A language that nobody speaks, to see what is cut off: words with accents, in brackets and longer. */
export const PseudoLanguage: Story = { globals: { locale: 'en-XA' } };

/** In the look of an old barber’s shop. */
export const Themed: Story = { globals: { theme: 'barber' } };
