import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SchedulingAdapter } from '../../adapters/adapter.js';
import { clinicContext } from '../../context/clinic-context.js';
import { ClinicController } from '../../controllers/clinic-controller.js';
import { EnquiryController } from '../../controllers/enquiry-controller.js';
import { JOURNEY_STEPS } from '../../domain/journey/journey-step.js';
import { hostStyles } from '../../styles/host.styles.js';
import { tokenStyles } from '../../styles/tokens.styles.js';
import { journeyStyles } from './journey.styles.js';
import { frame } from '../form/frame.template.js';
import { latePages } from '../form/late-pages.js';
import type { Journeying } from './journeying.js';
import { waiting } from './skeleton.template.js';
import { bookingOn, codeOf, loadStepCode } from './step-code.js';

/** What the steps follow from. */
const PLAN = ['steps', 'skippable', 'booking', 'service', 'course'] as const;
const CONTACT = ['contactName', 'contactEmail', 'contactPhone'] as const;

/**
 * Leads from the first question to the day after the last session: consultation, hairline, appointment or course, and
 * preparation, aftercare and touch-ups, one step at a time over one enquiry, so that nothing is asked twice.
 *
 * Works inside `<smp-clinic>` or alone with `endpoint`, `adapter` or `demo`. Each step's element is loaded when it is next.
 * What was said stays when the visitor goes back; after a reload they go on where they were, without answers about their
 * health and without photos. All events of the elements inside reach the page.
 *
 * @tag smp-journey
 * @slot - Shown until the first step is ready and again after a fatal error: a phone number or a plain form, say.
 * @slot heading - Above all steps: a heading of the page's own, say.
 * @slot legal - Above the button that sends, in each step that has one: terms, say.
 * @slot footer - Below all steps: legal text, say.
 * @fires {SmpStepChangedEvent} smp-step-changed - Another step is shown: `consultation`, `design`, `booking` or `care`. The pages inside a step are told of as well.
 * @fires {SmpErrorEvent} smp-error - The backend can't be reached, or an attribute or the clinic's settings hold a mistake.
 * @csspart page - The page that tells whoever comes back from the clinic's payment page.
 * @csspart payment - Tells that the visitor is back from there.
 * @csspart bar - The steps and the clinic's phone number, above each step.
 * @csspart heading - Place and name of the step, as one line on narrow pages.
 * @csspart steps - The list of steps.
 * @csspart step - One step in it.
 * @csspart toggle - The button that opens the list on narrow pages.
 * @csspart phone - The clinic's phone number.
 * @csspart restored - Says that the visitor goes on where they were.
 * @csspart receipt - What was sent or booked before the page was loaded.
 * @csspart reference - Its reference.
 * @csspart care - One part of the last step, which can be folded away.
 * @csspart error - A message that a step did not load.
 * @csspart ways - The ways on and back, under each step.
 * @csspart button - The button that leads on, and the main button of each step.
 * @partsof consultation - smp-consultation
 * @partsof design - smp-hairline-picker
 * @partsof booking - smp-slot-booker
 * @partsof preparation - smp-preparation
 * @partsof aftercare - smp-aftercare
 * @partsof touch-ups - smp-touch-up-reminder
 * @cssstate ready - The first step is there.
 */
export class SmpJourney extends LitElement {
  static override styles = [tokenStyles, hostStyles, journeyStyles];

  /**
   * The steps, in order, with spaces between them: `consultation`, `design`, `booking`, `care`. Default: those of the
   * clinic's profile, else all four.
   */
  @property() steps?: string;
  /** Steps that can be skipped for now. Default: those of the clinic's profile, else `consultation design`. */
  @property() skippable?: string;
  /**
   * `single` or `course`: whether one appointment is booked or a whole course of sessions. Default: `course` with the
   * attribute of that name, `single` with a `service`, else what the clinic's profile says, else `single`.
   */
  @property() booking?: string;
  /** Service to book, by id; without it the visitor chooses. */
  @property() service?: string;
  /** Books a whole course of sessions: the id of the clinic's offer, or empty for the visitor to choose. */
  @property() course?: string;
  /** Practitioner to start with, by id; of a course, the one for all sessions. */
  @property() practitioner?: string;
  /** Location to start with, by id; of a course, the one for all sessions. */
  @property() location?: string;
  /** Base address of the clinic's backend, when there is no `<smp-clinic>` around. */
  @property() endpoint?: string;
  /** Shows a fictional clinic that lives in the page's memory; nothing is stored. */
  @property({ type: Boolean }) demo = false;
  /** The clinic's phone number, where its profile has none or is not there. */
  @property() phone?: string;
  /** Prefills the full name. */
  @property({ attribute: 'contact-name' }) contactName?: string;
  /** Prefills the email address. */
  @property({ attribute: 'contact-email' }) contactEmail?: string;
  /** Prefills the phone number. */
  @property({ attribute: 'contact-phone' }) contactPhone?: string;
  /** An adapter of the page's own, when there is no `<smp-clinic>` around. */
  @property({ attribute: false }) adapter?: SchedulingAdapter;

  @state() private journeying: Journeying | undefined;

  readonly #internals = this.attachInternals();
  // With a value from the start, so that a step does not take itself for one without a clinic.
  readonly #provided = new ContextProvider(this, {
    context: clinicContext,
    initialValue: { status: 'connecting', messages: {}, retry: () => undefined },
  });
  readonly #clinic = new ClinicController(this, (value) => {
    // Before the steps hear of another clinic, what was said to the first is put away.
    this.journeying?.connect(value);
    this.#provided.setValue({ ...value, phone: value.phone ?? this.phone });
  });
  readonly #enquiry = new EnquiryController(this, () => this.journeying?.said());
  readonly #pages = latePages(this, this.#clinic, async () => {
    const first = JOURNEY_STEPS.find((step) => this.steps?.trim().startsWith(step)) ?? 'consultation';
    // Beside the first step: neither waits for the other. Whether that has come is looked at once it is wanted.
    loadStepCode(codeOf(first, bookingOn(this))).catch(() => undefined);
    const { Journeying } = await import('./journeying.js');
    this.journeying = new Journeying(this, this.#clinic, this.#enquiry);
    this.journeying.preset();
    if (this.#clinic.value) this.journeying.connect(this.#clinic.value);
  });

  /** Has something been answered in the consultation that would be lost with the page? */
  get unsent(): boolean {
    return this.journeying?.unsent ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (PLAN.some((name) => changed.has(name))) this.journeying?.replan();
    if (CONTACT.some((name) => changed.has(name))) this.journeying?.preset();
    this.#internals.states[this.journeying?.ready ? 'add' : 'delete']('ready');
  }

  protected override updated(): void {
    this.journeying?.updated();
  }

  protected override render() {
    return frame(this.journeying?.render() ?? this.#pages.render(waiting));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'smp-journey': SmpJourney;
  }
}
