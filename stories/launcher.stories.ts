import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { MemoryAdapter } from '../src/adapters/memory.js';
import { arriveAt } from './support/address.js';
import { bookCourse } from './support/earlier.js';
import { guestAt, untilPart } from './support/guest.js';
import type { Guest, Played } from './support/guest.js';
import type { SceneParameters } from './support/scene.js';

const TAG = 'smp-launcher';
/** A phone, for a dialog that fills the screen of one. */
const PHONE = { viewport: { value: 'phone', isRotated: false } };

const scene = (own: SceneParameters = {}) => ({ scene: { content: 'Book online', ...own } });

const meta = {
  title: 'Elements/Launcher',
  component: TAG,
  parameters: {
    ...scene(),
    viewport: {
      disable: false,
      options: { phone: { name: 'Phone', styles: { width: '390px', height: '844px' }, type: 'mobile' } },
    },
  },
  play: untilPart(TAG, 'button'),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Presses the button of the launcher, or what the page has put in its place, and waits for what comes in the dialog. */
async function open(played: Played, tag: string): Promise<Guest> {
  const visitor = await guestAt(played, TAG);
  const own = visitor.element.querySelector<HTMLElement>('a');
  if (own) own.click();
  else await visitor.press('button');
  await dialog(visitor);
  return guestAt(played, tag);
}

const dialog = (visitor: Guest): Promise<Element> =>
  visitor.until('the dialog', () => visitor.root.querySelector('dialog[open]') ?? undefined);

/** A play function that opens the dialog and waits for a part of what is in it. */
const opened =
  (tag: string, part = 'heading') =>
  async (played: Played): Promise<void> =>
    void (await (await open(played, tag)).part(part));

/** Opens the journey and waits for its first question. */
async function openJourney(played: Played): Promise<void> {
  await (await (await open(played, 'smp-journey')).within('smp-consultation')).part('option');
}

/** The smallest form: words become a button, which opens the journey. */
export const Basic: Story = {};

/** A link of the page’s own, which still leads somewhere where scripts do not run. */
export const OwnLink: Story = {
  parameters: scene({ content: '<a href="#book">Book online</a>' }),
  play: async (played) => void (await guestAt(played, TAG)),
};

/** In the corner of the window, whatever the page shows. */
export const Floating: Story = { args: { floating: true } };

/** Open: full screen on a phone, a dialog elsewhere. */
export const Open: Story = { args: { opens: 'slot-booker' }, play: opened('smp-slot-booker') };

/** The journey on a phone. */
export const Journey: Story = { globals: PHONE, play: openJourney };

/** What it has no use for itself it hands on: here the steps of the journey, and the course to book. */
export const Course: Story = {
  args: { steps: 'booking care', course: 'shaved-look' },
  globals: { clinic: 'deposits' },
  play: async (played) =>
    void (await (await (await open(played, 'smp-journey')).within('smp-slot-booker')).part('time')),
};

/** Answers that have not been sent are asked about before the dialog closes. */
export const Leaving: Story = {
  args: { opens: 'consultation' },
  play: async (played) => {
    const consultation = await open(played, 'smp-consultation');
    await consultation.choose('ageConfirm18.yes');
    await consultation.press('button');
    await consultation.until('the next question', () => !consultation.root.getElementById('ageConfirm18.yes'));
    const visitor = await guestAt(played, TAG);
    await visitor.press('close');
    await visitor.until('the question', () => visitor.parts('leaving').some((part) => !part.hidden));
  },
};

/** It opens itself for whoever comes back from the clinic’s payment page. */
export const BackFromPaying: Story = {
  globals: { clinic: 'deposits' },
  parameters: scene({
    prepare: async (adapter: MemoryAdapter) => {
      const { reference } = await bookCourse(adapter);
      arriveAt(`smp-paid=${reference}`);
      return {};
    },
  }),
  play: async (played) => {
    await dialog(await guestAt(played, TAG));
    await untilPart('smp-journey', 'payment')(played);
  },
};

/** Nothing is reached: the dialog says so, and offers another try. */
export const Failed: Story = {
  args: { opens: 'slot-booker' },
  globals: { network: 'offline' },
  tags: ['warns'],
  play: opened('smp-slot-booker', 'error'),
};

/** Laid out from right to left. */
export const RightToLeft: Story = {
  globals: { locale: 'ar', ...PHONE },
  parameters: scene({ content: 'احجز عبر الإنترنت' }),
  play: openJourney,
};

/** Open in the look of an old barber’s shop. */
export const Themed: Story = {
  args: { opens: 'slot-booker' },
  globals: { theme: 'barber' },
  play: opened('smp-slot-booker'),
};
