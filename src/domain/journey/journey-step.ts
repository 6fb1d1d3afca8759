/** What a visitor may go through, in the usual order. */
export const JOURNEY_STEPS = ['consultation', 'design', 'booking', 'care'] as const;

/**
 * One step of a journey: the questions, the hairline, the appointment or course, and what comes before and after it.
 */
export type JourneyStep = (typeof JOURNEY_STEPS)[number];
