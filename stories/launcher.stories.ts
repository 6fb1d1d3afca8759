import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { elementIn, guestAt, untilPart } from './support/guest.js';
import type { Played } from './support/guest.js';

const TAG = 'smp-launcher';

const meta = {
  title: 'Elements/Launcher',
  component: TAG,
  parameters: { scene: { content: '<a href="#book">Book online</a>' } },
  args: { opens: 'slot-booker' },
  play: async (played) => void (await elementIn(played, TAG)),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** Presses the button of the launcher, or what the page has put in its place. */
async function open(played: Played): Promise<void> {
  const visitor = await guestAt(played, TAG);
  const own = visitor.element.querySelector<HTMLElement>('a');
  if (own) own.click();
  else await visitor.press('button');
  await visitor.until('the dialog', () => visitor.root.querySelector('dialog[open]') ?? undefined);
  await untilPart('smp-slot-booker', 'heading')(played);
}

/** The smallest form: a link that still leads somewhere where scripts do not run. */
export const Basic: Story = {};

/** Words only: the launcher makes the button. */
export const Button: Story = { parameters: { scene: { content: 'Book online' } }, play: untilPart(TAG, 'button') };

/** In the corner of the window, whatever the page shows. */
export const Floating: Story = {
  args: { floating: true },
  parameters: { scene: { content: 'Book online' } },
  play: untilPart(TAG, 'button'),
};

/** Open: full screen on a phone, a dialog elsewhere. */
export const Open: Story = { parameters: { scene: { content: 'Book online' } }, play: open };

/** Open in the look of an old barber’s shop. */
export const Themed: Story = {
  globals: { theme: 'barber' },
  parameters: { scene: { content: 'Book online' } },
  play: open,
};
