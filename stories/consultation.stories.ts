import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { consult, CONSULTATION } from './support/consulted.js';
import type { Said } from './support/consulted.js';
import { guestAt, untilPart } from './support/guest.js';
import type { Played } from './support/guest.js';
import { withQuestions } from './support/questions.js';

const FALLBACK = '<p>To speak with us instead, call <a href="tel:+442079460111">020 7946 0111</a>.</p>';

const meta = {
  title: 'Elements/Consultation',
  component: CONSULTATION,
  parameters: { scene: { content: FALLBACK } },
  play: untilPart(CONSULTATION, 'progress'),
} satisfies Meta;

export default meta;
type Story = StoryObj;

/** A story that goes on until a question or a stage. */
const until = (goal: string, said: Said = {}): Pick<Story, 'play'> => ({
  play: async (played: Played) => void (await consult(played, goal, said)),
});

/** The smallest form: one question a page. */
export const Basic: Story = {};

/** One of several, with words. */
export const OneChoice: Story = until('treatmentGoal');

/** Consents are never ticked beforehand, and nothing depends on them but what they are about. */
export const Consent: Story = until('healthConsent');

/** Patterns of hair loss as drawings, each with its name in plain words. */
export const Pictures: Story = until('hairLossPatternMale');

/** Several of many; “None of these” takes the others back. */
export const SeveralChoices: Story = until('healthSkin');

/** A date that one knows is typed, never picked. */
export const KnownDate: Story = until('transplantDate', { previousTreatments: ['transplant-fue'] });

/** Yes or no. */
export const YesOrNo: Story = until('willKeepShaved');

/** A text of some length. */
export const Words: Story = until('expectations');

/** Photos lose their metadata on the device; each can be left out. */
export const Photos: Story = until('photo-front', { photosConsent: ['photos-assessment'] });

/** How to be reached. */
export const Contact: Story = until('name');

/** What is missing is said at the top, and the focus goes there. */
export const Problems: Story = {
  play: async (played) => {
    const visitor = await guestAt(played, CONSULTATION);
    await visitor.part('option');
    await visitor.press('button');
    await visitor.part('problems');
  },
};

/** Nothing stands in the way of a booking. */
export const OutcomeOpen: Story = until('outcome');

/** Those under age can book nothing, and are told so kindly. */
export const OutcomeUnderAge: Story = until('outcome', { ageConfirm18: 'no' });

/** A treatment has to wait: the date on which it is possible is named. */
export const OutcomeLater: Story = until('outcome', { healthMedicines: ['botoxFiller'], healthSkin: ['sunburnTan'] });

/** A doctor’s letter comes first. */
export const OutcomeLetter: Story = until('outcome', { healthMedicines: ['bloodThinners'] });

/** The practitioner decides. */
export const OutcomeReview: Story = until('outcome', { healthSkin: ['keloid'] });

/** Pigment is tried on the skin first. */
export const OutcomePatchTest: Story = until('outcome', { healthBody: ['allergy'], allergies: ['latex'] });

/** Worth knowing, no more. */
export const OutcomeInformed: Story = until('outcome', { previousTreatments: ['minoxidil'] });

/** Everything is read once more, and each answer can be changed. */
export const Check: Story = until('check');

/** Sent. The visitor can take it back. */
export const Sent: Story = until('sent');

/** The clinic could not store it; nothing is lost. */
export const Refused: Story = {
  globals: { network: 'failing' },
  tags: ['warns'],
  play: async (played) => {
    const visitor = await consult(played, 'check');
    await visitor.choose('privacy');
    await visitor.press('button');
    await visitor.part('error');
  },
};

/** Questions of a clinic’s own, and some left out. */
export const ClinicQuestions: Story = {
  parameters: { scene: { content: FALLBACK, adapter: withQuestions } },
  ...until('budget', { treatmentGoal: 'hairline' }),
};

/** Before the code is there, the page’s own content is shown. */
export const Loading: Story = {
  globals: { network: 'waiting' },
  tags: ['may-warn'],
  play: async (played) => void (await guestAt(played, CONSULTATION)),
};

/** Nothing is reached. */
export const Failed: Story = {
  globals: { network: 'offline' },
  tags: ['warns'],
  play: untilPart(CONSULTATION, 'error'),
};

/** Laid out from right to left. */
export const RightToLeft: Story = { globals: { locale: 'ar' }, ...until('hairLossPatternMale') };

/** In the look of an old barber’s shop. */
export const Themed: Story = { globals: { theme: 'barber' }, ...until('hairLossPatternMale') };
