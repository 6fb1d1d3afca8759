import type { JourneyStep } from '../../domain/journey/journey-step.js';
import type { Catalogue } from '../../locales/catalogue.js';
import type { SmpJourney } from './journey.js';

/** What a journey is put together from: each a file or two that come when they are wanted. */
export type StepCode = Exclude<JourneyStep, 'care'> | 'course' | 'preparation' | 'aftercare' | 'touch-ups';

/** A module of an element, which may tell what its pages are written with. */
interface Code {
  readonly WORDS?: readonly Catalogue<unknown>[];
}

/** What preparation and aftercare are written with. */
const careCode = async (): Promise<Code> => {
  const { careWords } = await import('../../locales/care/words.js');
  return { WORDS: [careWords] };
};

/** An element and its pages, asked for at once: the one would ask for the others only after it has come. */
const CODE: Readonly<Record<StepCode, () => readonly Promise<Code>[]>> = {
  consultation: () => [import('../consultation/define.js'), import('../consultation/consulting.js')],
  design: () => [import('../hairline-picker/define.js'), import('../hairline-picker/picking.js')],
  booking: () => [import('../slot-booker/define.js'), import('../slot-booker/booker.js')],
  course: () => [import('../slot-booker/define.js'), import('../slot-booker/course-booker.js')],
  preparation: () => [import('../preparation/define.js'), careCode()],
  aftercare: () => [import('../aftercare/define.js'), careCode()],
  'touch-ups': () => [import('../touch-up-reminder/define.js'), import('../touch-up-reminder/reminding.js')],
};

/** Loads the code of a step. Loading it again costs nothing. Rejects where it does not come. */
export const loadStepCode = (code: StepCode): Promise<readonly Code[]> => Promise.all(CODE[code]());

/** Fetches what a step will need: its code, and its words in the language of the page. Rejects where they do not come. */
export async function fetchStep(code: StepCode, language: string): Promise<void> {
  const modules = await loadStepCode(code);
  await Promise.all(modules.flatMap(({ WORDS = [] }) => WORDS.map(async ({ others }) => others[language]?.())));
}

/** What a step is made of at first; what is folded away comes when it is opened. */
export function codeOf(step: JourneyStep, booking: string | undefined): StepCode {
  if (step === 'care') return 'preparation';
  return step === 'booking' && booking === 'course' ? 'course' : step;
}

/** What the page says of the times: `single` or `course`, as it is written there; undefined: nothing. */
export const bookingOn = ({ booking, course, service }: SmpJourney): string | undefined =>
  typeof course === 'string' ? 'course' : (booking ?? (service ? 'single' : undefined));
