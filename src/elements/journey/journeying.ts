import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import type { ClinicController } from '../../controllers/clinic-controller.js';
import type { EnquiryController } from '../../controllers/enquiry-controller.js';
import { followWindow } from '../../controllers/follow-window.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { complain } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import { journeyPlan, type JourneyBooking } from '../../domain/journey/journey-plan.js';
import { JOURNEY_STEPS } from '../../domain/journey/journey-step.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { Draft } from '../../flows/draft.js';
import { JourneyFlow } from '../../flows/journey-flow.js';
import { formatsOf } from '../../locales/formats.js';
import { journeyWords } from '../../locales/journey/words.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import type { PaymentPage } from '../deposit/payment.template.js';
import { formStyles } from '../form/form.styles.js';
import { bar, ways } from './bar.template.js';
import type { SmpJourney } from './journey.js';
import type { JourneyEvents, JourneyView } from './journeying-view.js';
import { journeyingStyles } from './journeying.styles.js';
import { waiting } from './skeleton.template.js';
import { bookingOn, codeOf, fetchStep, loadStepCode, type StepCode } from './step-code.js';
import { stepPage } from './step.template.js';

type CodeState = ReturnType<JourneyView['codeState']>;

/** Safari asks for nothing when idle; a moment after the page has settled is idle enough. */
const whenIdle = (callback: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(callback, { timeout: 5000 });
  else setTimeout(callback, 500);
};

/** The steps of a journey: draws its flow's state, and hands on what the elements inside tell. */
export class Journeying {
  readonly flow: JourneyFlow;
  #listed = false;
  #turned = false;
  #settled = false;
  #booking: JourneyBooking = 'single';
  /** The visitor comes back from the clinic's payment page, and has not gone on from what is said of that. */
  #isBack = location.hash.startsWith('#smp-pa');
  #paymentPage: PaymentPage | undefined;
  readonly #code = new Map<StepCode, CodeState>();
  readonly #opened = new Set<StepCode>();
  readonly #host: SmpJourney;
  readonly #clinic: ClinicController;
  readonly #language: LanguageController;
  readonly #enquiry: EnquiryController;

  constructor(host: SmpJourney, clinic: ClinicController, enquiry: EnquiryController) {
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, [commonWords, journeyWords]);
    this.flow = new JourneyFlow({
      draft: new Draft(visitor.storage(), 'journey', visitor.now),
      changed: (turned) => this.#onChange(turned),
    });
    followWindow(host, 'online', () => this.#loadAgain());
    if (this.#isBack) void this.#tellOfPayment();
    const root = host.renderRoot;
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpJourney;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, journeyingStyles]);
    }
  }

  /** Is the first step there? */
  get ready(): boolean {
    return this.#settled && this.#language.ready;
  }

  /** Would answers be lost with the page? */
  get unsent(): boolean {
    return this.#host.renderRoot.querySelector('smp-consultation')?.unsent ?? false;
  }

  /** Fills in what the page knows of the visitor, where they have said nothing yet. */
  preset(): void {
    const { contactName: name, contactEmail: email, contactPhone: phone } = this.#host;
    if (!name && !email && !phone) return;
    const { enquiry, update } = this.#enquiry.value;
    update({
      contact: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }), ...enquiry.contact },
    });
  }

  /** Takes news of the clinic. Only its profile tells which steps there are, and what is remembered of this visitor. */
  connect({ status, clinic }: ClinicContext): void {
    // An attribute that was taken away is `null`.
    const steps = this.#host.steps ?? undefined;
    const skippable = this.#host.skippable ?? undefined;
    const booking = bookingOn(this.#host);
    const plan = journeyPlan({ steps, skippable, booking }, clinic?.journey, clinic?.courses);
    const isOpen = steps === undefined || (booking === undefined && plan.steps[0] === 'booking');
    if (status === 'connecting' && (isOpen || this.flow.hasMemory)) return;
    this.#booking = plan.booking;
    for (const problem of plan.problems) complain(this.#host, problem);
    const isOther = this.flow.leavesFor(clinic?.id);
    void this.#start(plan, clinic?.id);
    if (isOther) this.#enquiry.startOver();
  }

  /** Takes what the page says of the steps. */
  replan(): void {
    if (this.#clinic.value) this.connect(this.#clinic.value);
  }

  /** The visitor has said something in a step, or elsewhere on the page. */
  said(): void {
    this.flow.carry(this.#enquiry.value.enquiry);
  }

  /** What was drawn stands: the focus goes to the name of the step, and the page to where it begins. */
  updated(): void {
    const heading = this.#host.renderRoot.querySelector<HTMLElement>('h2');
    if (!this.#turned || !heading) return;
    this.#turned = false;
    heading.focus({ preventScroll: true });
    const { left, top } = this.#host.getBoundingClientRect();
    // What stays in its place while the rest scrolls, as the bar of a dialog does, may stand over it.
    const seen = document.elementFromPoint(left + 1, top + 1);
    if (!this.#host.contains(seen) || top > window.innerHeight / 2) this.#host.scrollIntoView();
  }

  render(): TemplateResult {
    const view = this.#view();
    const { state, words } = view;
    const { ready, language, dir } = this.#language;
    if (this.#paymentPage) return this.#paymentPage(view.common, view.phone, () => this.#goOn());
    if (state.step === undefined || !ready || this.#isBack) return waiting;
    // The steps' elements look for their language around the journey, as it does itself.
    return html`<div lang=${language} dir=${dir}>
        ${bar(view)} ${state.restored ? html`<p class="notice" part="restored">${words.restored}</p>` : nothing}
      </div>
      ${
        // Always in the same order, so that none is made anew when the steps are others.
        JOURNEY_STEPS.map((step) => (state.visited.includes(step) ? stepPage(view, step) : nothing))
      }
      <div lang=${language} dir=${dir}>${ways(view)}</div>`;
  }

  readonly #events: JourneyEvents = {
    sent: ({ reference }) =>
      this.flow.finish('consultation', reference === undefined ? {} : { consultation: reference }),
    withdrawn: () => this.flow.reopen('consultation'),
    designed: () => {
      const { flow } = this;
      flow.finish('design');
      // Who chooses a hairline says by that that they are content with it.
      if (flow.next !== undefined) flow.goTo(flow.next);
    },
    booked: ({ target, booking: { status } }) => this.#onBooked(target, status === 'requested'),
    courseBooked: ({ target, sessions }) =>
      this.#onBooked(
        target,
        sessions.some(({ status }) => status === 'requested'),
      ),
    waitlisted: () => this.flow.finish('booking', { booking: { status: 'waitlisted' } }),
  };

  /** They read of that first; what they have said in the steps waits behind it. */
  async #tellOfPayment(): Promise<void> {
    try {
      const { loadPaymentPage } = await import('../deposit/payment.template.js');
      this.#paymentPage = await loadPaymentPage(this.#language);
    } catch (cause) {
      // The steps go on without it.
      warn('network', String(cause));
    }
    this.#isBack = this.#paymentPage !== undefined;
    this.#host.requestUpdate();
  }

  #goOn(): void {
    this.#isBack = false;
    this.#paymentPage = undefined;
    this.#turned = true;
    this.#host.requestUpdate();
  }

  #onBooked(booker: EventTarget | null, requested: boolean): void {
    const reference = booker instanceof Element && 'value' in booker ? String(booker.value) : undefined;
    // Something that was begun at another clinic, which the booker does not show any more.
    if (reference === '') return;
    this.flow.finish('booking', { booking: { reference, status: requested ? 'requested' : 'confirmed' } });
  }

  #view(): JourneyView {
    const host = this.#host;
    const clinic = this.#clinic.value;
    return {
      host,
      flow: this.flow,
      state: this.flow.state,
      words: this.#language.of(journeyWords),
      common: this.#language.of(commonWords),
      booking: this.#booking,
      language: this.#language,
      formats: formatsOf(this.#language.locale),
      phone: phoneOf(clinic, host),
      failed: clinic?.status === 'failed',
      listed: this.#listed,
      toggleList: () => {
        this.#listed = !this.#listed;
        host.requestUpdate();
      },
      codeState: (code) => this.#code.get(code) ?? 'loading',
      loadCode: (code) => void this.#load(code),
      opened: this.#opened,
      open: (code) => {
        this.#opened.add(code);
        void this.#load(code);
      },
      sessions: this.#enquiry.value.enquiry.sessions ?? [],
      on: this.#events,
    };
  }

  async #start(plan: ReturnType<typeof journeyPlan>, clinic: string | undefined): Promise<void> {
    const kept = await this.flow.start(plan, clinic);
    this.#loadStep();
    if (!kept) return;
    const { enquiry, update } = this.#enquiry.value;
    update({ ...enquiry, ...kept, contact: { ...enquiry.contact, ...kept.contact } });
  }

  #onChange(turned: boolean): void {
    const { step } = this.flow.state;
    this.#host.requestUpdate();
    if (step === undefined) return;
    this.#loadStep();
    if (!turned) return;
    this.#turned = true;
    this.#listed = false;
    this.#host.dispatchEvent(new SmpStepChangedEvent(step));
  }

  #loadStep(): void {
    const { step } = this.flow.state;
    if (step !== undefined) void this.#load(codeOf(step, this.#booking));
  }

  async #fetch(code: StepCode): Promise<void> {
    // In which language is known once its own words are there.
    await this.#language.add(journeyWords);
    await fetchStep(code, this.#language.language);
  }

  /** Loads the code of a step, and once there is time, all that the step after it will need. */
  async #load(code: StepCode): Promise<void> {
    const before = this.#code.get(code);
    if (before === 'ready' || before === 'loading') return;
    this.#code.set(code, 'loading');
    this.#host.requestUpdate();
    try {
      await loadStepCode(code);
      this.#code.set(code, 'ready');
      this.#settled = true;
      this.#fetchNext();
    } catch {
      this.#code.set(code, 'failed');
    }
    this.#host.requestUpdate();
  }

  #fetchNext(): void {
    const { following } = this.flow;
    const later = following && codeOf(following, this.#booking);
    // What does not come now is asked for again when it is wanted.
    if (later !== undefined) whenIdle(() => void this.#fetch(later).catch(() => undefined));
  }

  /** What has not come without a connection. */
  #loadAgain(): void {
    for (const code of this.#code.keys()) void this.#load(code);
    this.#fetchNext();
  }
}
