/**
 * When the parts of the code that are imported on demand are loaded, by module path below `src` without ending. The
 * loader fetches what is early, and the size budgets count by this list; a module that is imported on demand and not
 * named here fails both.
 */
export const JOURNEY = {
  /** Always, as soon as an element is on the page. */
  early: [
    'flows/clinic-backend',
    'elements/slot-booker/booker',
    'elements/consultation/consulting',
    'elements/hairline-picker/picking',
    'elements/booking-manager/managing',
    'elements/touch-up-reminder/reminding',
    'elements/journey/journeying',
  ],
  /** As soon as an element with an `endpoint` is on the page. */
  endpoint: ['adapters/http'],
  /** Some time before a booking is confirmed. */
  booking: ['adapters/http-request', 'elements/slot-booker/completing', 'flows/booking-checks'],
  /** Some time before a consultation is sent, with photos. */
  consultation: ['flows/consultation-checks', 'controllers/photo-preparation', 'adapters/http-upload'],
  /** After the confirmation, or never in a booking with a clinic's own backend. */
  elsewhere: [
    'locales/own-words',
    'elements/launcher/launcher-dialog',
    'elements/launcher/arrival',
    'elements/launcher/pressable',
    'elements/clinic/data-layer',
    // What a journey loads step by step.
    'elements/aftercare/define',
    'elements/consultation/define',
    'elements/hairline-picker/define',
    'elements/preparation/define',
    'elements/slot-booker/define',
    'elements/touch-up-reminder/define',
    'domain/journey/journey-memory',
    'locales/care/words',
    'elements/care/care-calendar',
    'domain/care/clinic-care',
    'elements/care/sources.template',
    'domain/care/touch-up-settings',
    'adapters/memory',
    'adapters/http-management',
    'adapters/http-touch-ups',
    'elements/slot-booker/course-booker',
    'elements/booking-manager/changing',
    'elements/booking-manager/beside.template',
    'elements/deposit/payment.template',
    'elements/calendar/add-to-calendar.template',
    'elements/consultation/consultation-plan',
    'elements/touch-up-reminder/refining.template',
    'elements/touch-up-reminder/saved-reminders',
    'elements/touch-up-reminder/signing-up',
    'elements/touch-up-reminder/planning',
    'elements/hairline-picker/news',
    'elements/hairline-picker/photo-marks',
    'elements/hairline-picker/saved-picture',
    'elements/hairline-picker/worn-patterns',
    'domain/design/design-settings-check',
    'domain/design/design-suggestion',
    'domain/design/surprising-design',
    'domain/consultation/hair-loss',
  ],
};
