import type { ScreeningGround } from '../consultation/screening-sources.js';
import type { DesignAdvice } from './design-advice.js';

/** What each piece of advice on a design rests on, by its code. For clinics and reviewers; no page loads it. */
export const DESIGN_SOURCES: Readonly<Record<DesignAdvice['code'], ScreeningGround>> = {
  low: {
    spread:
      'From 7 cm, bold, to 10 cm, careful, above the glabella; 8 cm in a method with 431 cases. A line can be lowered in a later session, and not raised.',
    sources: [
      {
        name: 'Hair Restoration Network, mid frontal point',
        url: 'https://hairrestorationnetwork.com/topic/62711',
      },
      {
        name: 'J Cutan Aesthet Surg, an esthetic hairline with forehead curvature',
        url: 'https://jcasonline.com/decoding-facial-esthetics-to-recreate-an-esthetic-hairline-a-method-which-includes-forehead-curvature/',
      },
      {
        name: 'Full Scalp, why three sessions',
        url: 'https://fullscalp.com/why-does-scalp-micropigmentation-take-3-separate-sessions/',
      },
      { name: 'Smiling Hairline, about micropigmentation', url: 'https://smilinghairline.co.uk/about-smp' },
    ],
  },
  'corner-low': {
    spread: 'The corner lies above the outer corner of the eye, level with the middle or slightly higher, never lower.',
    sources: [
      {
        name: 'Shapiro, hairline design and frontal restoration',
        url: 'https://plasticsurgerykey.com/hairline-design-and-frontal-hairline-restoration-3/',
      },
      {
        name: 'Rejuvenate, planning for men',
        url: 'https://rejuvenatehairtransplant.com/hair-transplant-planning-for-male/',
      },
    ],
  },
  'straight-low': {
    spread:
      'Straight lines draw the eye and are spotted more easily; liked by younger clients all the same. How low is too low is our estimate.',
    sources: [
      {
        name: 'Hairline shapes and types',
        url: 'https://faithumc16.org/article/scalp-micropigmentation-hairline-shapes-types-how-to-do',
      },
      { name: 'Team Micro, hairline styles', url: 'https://teammicro.com/smp/hairline-styles/' },
    ],
  },
};
