import type { Clinic } from '../clinic.js';
import { CourseOffer } from './course-offer.js';

/** Most offers of one clinic that are looked at. */
const MAX_OFFERS = 20;

/**
 * The courses that a clinic sells. One that is ill-formed, or whose services the clinic does not have, is left out: a
 * mistake in one must not keep anybody from booking another.
 */
export function offersOf({ courses, services }: Pick<Clinic, 'courses' | 'services'>): CourseOffer[] {
  if (!Array.isArray(courses)) return [];
  return courses.slice(0, MAX_OFFERS).flatMap((one: unknown) => {
    const { success, data } = CourseOffer.safeParse(one);
    return success && data.sessions.every(({ service }) => services.some(({ id }) => id === service)) ? [data] : [];
  });
}
