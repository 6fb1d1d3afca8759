import type { JourneyStep } from '../../domain/journey/journey-step.js';

/** What a journey is put together from: each a file or two that come when they are wanted. */
export type StepCode = Exclude<JourneyStep, 'care'> | 'course' | 'preparation' | 'aftercare' | 'touch-ups';

/** An element and its pages, asked for at once: the one would ask for the others only after it has come. */
const CODE: Readonly<Record<StepCode, () => readonly Promise<unknown>[]>> = {
  consultation: () => [import('../consultation/define.js'), import('../consultation/consulting.js')],
  design: () => [import('../hairline-picker/define.js'), import('../hairline-picker/picking.js')],
  booking: () => [import('../slot-booker/define.js'), import('../slot-booker/booker.js')],
  course: () => [import('../slot-booker/define.js'), import('../slot-booker/course-booker.js')],
  preparation: () => [import('../preparation/define.js')],
  aftercare: () => [import('../aftercare/define.js')],
  'touch-ups': () => [import('../touch-up-reminder/define.js'), import('../touch-up-reminder/reminding.js')],
};

/** Loads the code of a step. Loading it again costs nothing. Rejects where it does not come. */
export const loadStepCode = (code: StepCode): Promise<unknown> => Promise.all(CODE[code]());

/** What a step is made of at first; what is folded away comes when it is opened. */
export function codeOf(step: JourneyStep, course: string | undefined): StepCode {
  if (step === 'care') return 'preparation';
  return step === 'booking' && course !== undefined ? 'course' : step;
}
