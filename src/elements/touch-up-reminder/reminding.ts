import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { CSSResult, TemplateResult } from 'lit';
import { phoneOf, type ClinicContext, type clinicContext } from '../../context/clinic-context.js';
import type { EnquiryContext, enquiryContext } from '../../context/enquiry-context.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { isLink } from '../../controllers/page-link.js';
import { complain } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import type { TouchUpChannel } from '../../domain/care/touch-up-request.js';
import { DEFAULT_TOUCH_UPS } from '../../domain/care/touch-up.js';
import { treatmentDates } from '../../domain/care/treatment-dates.js';
import { isPlainDate } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { safeUrl } from '../../domain/web-address.js';
import { SmpTouchUpBookingRequestedEvent } from '../../events/touch-up-booking-requested-event.js';
import { ReminderFlow } from '../../flows/reminder-flow.js';
import { formatsOf } from '../../locales/formats.js';
import type { Formats } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import type { TouchUpMessages } from '../../locales/touch-up/messages.js';
import { touchUpWords } from '../../locales/touch-up/words.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { describedBy, fieldHead } from '../form/field.template.js';
import { formStyles } from '../form/form.styles.js';
import { heading } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import type { questions } from './refining.template.js';
import { remindingStyles } from './reminding.styles.js';
import type { SmpTouchUpReminder } from './touch-up-reminder.js';

/** What is loaded when it is wanted: signing up, or the plan of a link. */
export interface LaterPage {
  /** Takes what the page and the clinic say, as far as it is news. */
  follow(): void;
  render(): Part;
  /** Takes the focus, where the visitor has asked for it. Called once it is part of the page. */
  takeFocus?(): void;
}

/** What its pages are written with. */
export const WORDS = [commonWords, touchUpWords];

/** The page of a touch-up reminder: draws its flow's state, and tells its element what happened. */
export class Reminding {
  readonly flow: ReminderFlow;
  #told: PlainDate | undefined;
  #settings: unknown;
  #spoken: (() => string) | undefined;
  /** What was asked for could not be loaded. */
  #failed = false;
  /** By which ways the clinic reminds. */
  channels: readonly TouchUpChannel[] = DEFAULT_TOUCH_UPS.channels;
  #later: LaterPage | undefined;
  #refining: typeof questions | undefined;
  readonly #styles = new Set([controlStyles, formStyles]);
  #token = '';
  #linked: string | undefined;
  readonly host: SmpTouchUpReminder;
  readonly language: LanguageController;
  readonly #clinic: ContextConsumer<typeof clinicContext, SmpTouchUpReminder>;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpTouchUpReminder>;

  constructor(
    host: SmpTouchUpReminder,
    clinic: ContextConsumer<typeof clinicContext, SmpTouchUpReminder>,
    enquiry: ContextConsumer<typeof enquiryContext, SmpTouchUpReminder>,
  ) {
    this.host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.language = new LanguageController(host, clinic, WORDS);
    this.flow = new ReminderFlow({ today: visitor.today, changed: () => host.requestUpdate() });
    this.adopt(remindingStyles);
  }

  /** Adds the looks of what has been loaded. */
  adopt(styles: CSSResult): void {
    const { renderRoot, constructor } = this.host;
    if (!(renderRoot instanceof ShadowRoot)) return;
    this.#styles.add(styles);
    adoptStyles(renderRoot, [...(constructor as typeof SmpTouchUpReminder).elementStyles, ...this.#styles]);
  }

  get clinic(): ClinicContext | undefined {
    return this.#clinic.value;
  }

  get enquiry(): EnquiryContext | undefined {
    return this.#enquiry.value;
  }

  get formats(): Formats {
    return formatsOf(this.language.locale);
  }

  /** Back to the dates. */
  leave(): void {
    this.#later = undefined;
    this.host.requestUpdate();
  }

  /** Are there words to show? */
  get ready(): boolean {
    return this.language.ready;
  }

  get phone(): string | undefined {
    return phoneOf(this.#clinic.value, this.host);
  }

  get words(): Messages {
    return this.language.of(commonWords);
  }

  get own(): TouchUpMessages {
    return this.language.of(touchUpWords);
  }

  /** Takes what the page and the clinic say, as far as it is news. */
  follow(): void {
    const settings = this.clinic?.clinic?.touchUps;
    if (settings !== this.#settings) {
      this.#settings = settings;
      // Nothing is offered that the clinic may not want.
      this.channels = [];
      void this.#load(() => this.#settle(settings));
    }
    const isOwn = visitor.hasPlanLink() || !document.querySelector('smp-booking-manager');
    // An anchor of the page is about something else.
    if (isLink(location.hash)) this.#linked = isOwn ? (visitor.fragment('r') ?? visitor.fragment('t')) : undefined;
    const token = this.host.token ?? this.#linked ?? '';
    if (token !== this.#token) {
      this.#token = token;
      this.#later = undefined;
      if (token !== '') this.#open(async () => new (await import('./planning.js')).Planning(this, token));
    }
    this.#later?.follow();
    const given = this.host.date ?? undefined;
    const booked = treatmentDates(this.enquiry?.enquiry ?? {}, this.clinic?.clinic);
    const told = given ?? [...booked].sort().at(-1);
    if (told === this.#told) return;
    this.#told = told;
    this.flow.tell(told);
    if (given !== undefined && !isPlainDate(given)) {
      this.#complain('date', [{ path: 'date', message: `is not a date such as 2026-11-24: ${given.slice(0, 40)}` }]);
    }
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.language;
    if (!ready) return html`<slot></slot>`;
    return html`<div lang=${language} dir=${dir} class="page" part="page">
      <div role="status" class="out-of-sight">${this.#spoken?.()}</div>
      ${this.#token === '' ? this.#estimate() : (this.#later?.render() ?? html`<slot></slot>`)}
    </div>`;
  }

  #estimate(): Part {
    const { own, flow, formats } = this;
    const { state } = flow;
    return html`${heading(own.title)} ${state.asks ? this.#lastSession() : nothing}
    ${
      state.lastSession === undefined
        ? nothing
        : html`<ul class="dates" part="dates">
              ${state.dates.map(
                ({ kind, date, past }) =>
                  html`<li part="date">
                    <span>${own.names[kind]}</span>
                    <b>${past ? own.due : own.about(formats.month(date))}</b>
                    <p class="muted small hint">${own.hints[kind]}</p>
                  </li>`,
              )}
            </ul>
            <p class="small" part="estimate">
              ${own.estimate} ${state.asks ? nothing : own.counted(formats.knownDate(state.lastSession))}
            </p>
            ${this.#questions()} ${this.#later?.render() ?? nothing} ${this.#ways()}`
    }
    ${this.#failed ? html`<p class="wrong" role="alert">${this.words.errors['network']}</p>` : nothing}`;
  }

  async #settle(given: unknown): Promise<void> {
    const { checkTouchUpSettings } = await import('../../domain/care/touch-up-settings.js');
    const { settings, problems } = checkTouchUpSettings(given);
    if (given !== this.#settings) return;
    this.channels = settings.channels;
    this.flow.settle(settings);
    this.#complain('touchUps', problems);
  }

  /** Can somebody be reminded by the clinic itself? */
  get #reminds(): boolean {
    const { clinic, backend } = this.clinic ?? {};
    return this.channels.length > 0 && !!clinic && !!backend?.scheduler.capabilities(clinic).touchUps;
  }

  #open(load: () => Promise<LaterPage>): void {
    void this.#load(async () => (this.#later = await load())).then(() => this.#later?.takeFocus?.());
  }

  /** Does what has to be loaded first, and says so where that fails. */
  async #load(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.host.requestUpdate();
  }

  #lastSession(): Part {
    const { own, words, flow } = this;
    const { wrong, lastSession } = flow.state;
    const field = {
      id: 'last-session',
      label: own.lastSession,
      hint: own.lastSessionHint,
      wrong: wrong ? own.lastSessionWrong : undefined,
    };
    return html`<div class="field day">
      ${fieldHead(words, field)}
      <input
        class="input"
        part="input"
        id=${field.id}
        type="date"
        .value=${lastSession ?? ''}
        aria-describedby=${describedBy(field.id, 'hint', wrong && 'wrong')}
        aria-invalid=${wrong ? 'true' : nothing}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) flow.type(target.value);
        }}
      />
    </div>`;
  }

  /** Questions that make the estimate fit better. Few open them, so their code comes when they do. */
  #questions(): Part {
    const onToggle = ({ target }: Event) => {
      if (target instanceof HTMLDetailsElement && target.open) void this.#load(() => this.#refine());
    };
    return html`<details @toggle=${onToggle}>
      <summary class="label">${this.own.refine}</summary>
      ${this.#refining?.(this) ?? (this.#failed ? nothing : html`<p class="muted">${this.words.wait}</p>`)}
    </details>`;
  }

  async #refine(): Promise<void> {
    const { refiningStyles, questions } = await import('./refining.template.js');
    this.#refining = questions;
    this.adopt(refiningStyles);
  }

  #ways(): Part {
    const { own, flow } = this;
    const saving = flow.ahead.length > 0;
    const offers = saving && !this.#later && this.#reminds;
    return html`<div class="ways">
      <div class="actions">
        ${
          offers
            ? html`<button
                type="button"
                class="button"
                part="remind"
                @click=${() => this.#open(async () => new (await import('./signing-up.js')).SigningUp(this))}
              >
                ${own.remind}
              </button>`
            : nothing
        }
        ${
          saving
            ? html`<button type="button" class="button quiet" part="button" @click=${() => void this.#download()}>
                ${own.calendar}
              </button>`
            : nothing
        }
      </div>
      ${saving ? html`<p class="muted small">${own.calendarHint}</p>` : nothing} ${this.book()}
    </div>`;
  }

  /** The link to book, where there is one. */
  book(): Part {
    const address = this.host.bookingHref ? safeUrl(this.host.bookingHref, document.baseURI) : undefined;
    const onBook = (event: Event) => {
      if (!this.host.dispatchEvent(new SmpTouchUpBookingRequestedEvent())) event.preventDefault();
    };
    return address
      ? html`<a class="button quiet" href=${address} part="book" @click=${onBook}>${this.own.book}</a>`
      : nothing;
  }

  async #download(): Promise<void> {
    const { own, words, flow, phone } = this;
    const { lastSession } = flow.state;
    if (lastSession === undefined) return;
    const clinic = this.#clinic.value?.clinic;
    const written = {
      title: own.entry(clinic?.name),
      note: own.entryNote,
      phone: phone === undefined ? undefined : words.calendarPhone(phone),
    };
    const stamp = new Date(visitor.now()).toISOString();
    await this.#load(async () => {
      const { saveReminders } = await import('./saved-reminders.js');
      saveReminders(flow.ahead, written, { lastSession, clinic: clinic?.id ?? location.hostname, stamp });
      this.say(() => this.own.calendarDone);
    });
  }

  /** Tells ears. */
  say(text: () => string): void {
    this.#spoken = text;
    this.host.requestUpdate();
  }

  #complain(where: string, problems: readonly { readonly path: string; readonly message: string }[]): void {
    if (problems.length === 0) return;
    const text = problems.map(({ path, message }) => `${path} ${message}`).join('; ');
    complain(this.host, `${where}: ${text}`);
  }
}
