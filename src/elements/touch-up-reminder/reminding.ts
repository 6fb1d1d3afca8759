import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { clinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import { checkTouchUpSettings } from '../../domain/care/touch-up-settings.js';
import { SmpError } from '../../domain/errors.js';
import { isPlainDate } from '../../domain/time/plain-date.js';
import type { PlainDate } from '../../domain/time/plain-date.js';
import { safeUrl } from '../../domain/web-address.js';
import { SmpErrorEvent } from '../../events/error-event.js';
import { SmpTouchUpBookingRequestedEvent } from '../../events/touch-up-booking-requested-event.js';
import { ReminderFlow } from '../../flows/reminder-flow.js';
import { en } from '../../locales/en.js';
import { formatsOf } from '../../locales/formats.js';
import type { Messages } from '../../locales/messages.js';
import { en as touchUpEn } from '../../locales/touch-up/en.js';
import type { TouchUpMessages } from '../../locales/touch-up/messages.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { fieldHead } from '../form/field.template.js';
import { formStyles } from '../form/form.styles.js';
import { heading } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { remindingStyles } from './reminding.styles.js';
import type { SmpTouchUpReminder } from './touch-up-reminder.js';

/** The page of a touch-up reminder: draws its flow's state, and tells its element what happened. */
export class Reminding {
  readonly flow: ReminderFlow;
  #told: PlainDate | undefined;
  #settings: unknown;
  #spoken = '';
  #unsaved = false;
  readonly #host: SmpTouchUpReminder;
  readonly #clinic: ContextConsumer<typeof clinicContext, SmpTouchUpReminder>;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpTouchUpReminder>;

  constructor(
    host: SmpTouchUpReminder,
    clinic: ContextConsumer<typeof clinicContext, SmpTouchUpReminder>,
    enquiry: ContextConsumer<typeof enquiryContext, SmpTouchUpReminder>,
  ) {
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.flow = new ReminderFlow({ today: visitor.today, changed: () => host.requestUpdate() });
    const root = host.renderRoot;
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpTouchUpReminder;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, remindingStyles]);
    }
  }

  get words(): Messages {
    return { ...en, ...this.#clinic.value?.messages };
  }

  get own(): TouchUpMessages {
    return { ...touchUpEn, ...this.#clinic.value?.messages.touchUp };
  }

  /** Takes what the page and the clinic say, as far as it is news. */
  follow(): void {
    const settings = this.#clinic.value?.clinic?.touchUps;
    if (settings !== this.#settings) {
      this.#settings = settings;
      const checked = checkTouchUpSettings(settings);
      this.flow.settle(checked.settings);
      this.#complain('touchUps', checked.problems);
    }
    const given = this.#host.date ?? undefined;
    const booked = this.#enquiry.value?.enquiry.sessions?.map(({ localDate }) => localDate).sort();
    const told = given ?? booked?.at(-1);
    if (told === this.#told) return;
    this.#told = told;
    this.flow.tell(told);
    if (given !== undefined && !isPlainDate(given)) {
      this.#complain('date', [{ path: 'date', message: 'is not a date such as 2026-11-24' }]);
    }
  }

  render(): TemplateResult {
    const { own, words, flow } = this;
    const { state } = flow;
    const formats = formatsOf(visitor.locale(this.#host, words.language));
    return html`<div lang=${words.language} class="page" part="page">
      <div role="status" class="out-of-sight">${this.#spoken}</div>
      ${heading(own.title)} ${state.asks ? this.#lastSession() : nothing}
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
              ${this.#questions()} ${this.#ways()}`
      }
    </div>`;
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
        aria-describedby="last-session-hint last-session-wrong"
        aria-invalid=${wrong ? 'true' : nothing}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) flow.type(target.value);
        }}
      />
    </div>`;
  }

  #questions(): Part {
    const { own, flow } = this;
    const { skin, sun, scar } = flow.state.answers;
    const named = <T extends string>(words: Readonly<Record<T, string>>) => Object.entries(words) as [T, string][];
    return html`<details>
      <summary class="label">${own.refine}</summary>
      <div class="questions">
        <p class="muted small">${own.stays}</p>
        ${this.#choice('skin', own.skin, named(own.skins), skin, (value) => flow.answer({ skin: value }))}
        ${this.#choice('sun', own.sun, named(own.suns), sun, (value) => flow.answer({ sun: value }))}
        ${this.#choice('scar', own.scar, named(own.scars), scar === undefined ? scar : scar ? 'yes' : 'no', (value) =>
          flow.answer({ scar: value === undefined ? undefined : value === 'yes' }),
        )}
      </div>
    </details>`;
  }

  #choice<T extends string>(
    name: string,
    legend: string,
    options: readonly (readonly [T, string])[],
    current: T | undefined,
    onPick: (value: T | undefined) => void,
  ): Part {
    const every: readonly (readonly [T | undefined, string])[] = [...options, [undefined, this.own.unsure]];
    return html`<fieldset class="choices">
      <legend class="label">${legend}</legend>
      <div class="chips">
        ${every.map(
          ([value, label]) =>
            html`<label part="option"
              ><input
                type="radio"
                name=${name}
                .value=${value ?? 'unsure'}
                .checked=${value === current}
                @change=${() => {
                  onPick(value);
                  this.#sayRefresh();
                }}
              />${label}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  #ways(): Part {
    const { own, words, flow } = this;
    const address = this.#host.bookingHref ? safeUrl(this.#host.bookingHref, document.baseURI) : undefined;
    const onBook = (event: Event) => {
      if (!this.#host.dispatchEvent(new SmpTouchUpBookingRequestedEvent())) event.preventDefault();
    };
    const saving = flow.ahead.length > 0;
    return html`<div class="ways">
      <div class="actions">
        ${
          saving
            ? html`<button type="button" class="button quiet" part="button" @click=${() => void this.#download()}>
                ${own.calendar}
              </button>`
            : nothing
        }
        ${address ? html`<a class="button" href=${address} part="book" @click=${onBook}>${own.book}</a>` : nothing}
      </div>
      ${saving ? html`<p class="muted small">${own.calendarHint}</p>` : nothing}
      ${this.#unsaved ? html`<p class="wrong" role="alert">${words.errors['network']}</p>` : nothing}
    </div>`;
  }

  /** An answer moves the refresh, which stands above it: ears are told. */
  #sayRefresh(): void {
    const { own, words, flow } = this;
    const refresh = flow.state.dates.find(({ kind }) => kind === 'refresh');
    if (!refresh) return;
    const formats = formatsOf(visitor.locale(this.#host, words.language));
    this.#say(`${own.names.refresh}: ${refresh.past ? own.due : own.about(formats.month(refresh.date))}`);
  }

  async #download(): Promise<void> {
    const { own, words, flow } = this;
    const { lastSession } = flow.state;
    if (lastSession === undefined) return;
    const clinic = this.#clinic.value?.clinic;
    const phone = clinic?.phone ?? this.#clinic.value?.phone;
    const written = {
      title: own.entry(clinic?.name),
      note: own.entryNote,
      phone: phone === undefined ? undefined : words.calendarPhone(phone),
    };
    const stamp = new Date(visitor.now()).toISOString();
    try {
      const { saveReminders } = await import('./saved-reminders.js');
      saveReminders(flow.ahead, written, { lastSession, clinic: clinic?.id ?? location.hostname, stamp });
      this.#unsaved = false;
      this.#say(own.calendarDone);
    } catch {
      this.#unsaved = true;
      this.#host.requestUpdate();
    }
  }

  #say(text: string): void {
    this.#spoken = text;
    this.#host.requestUpdate();
  }

  #complain(where: string, problems: readonly { readonly path: string; readonly message: string }[]): void {
    if (problems.length === 0) return;
    const text = problems.map(({ path, message }) => `${path} ${message}`).join('; ');
    const error = new SmpError('invalid-config', `${where}: ${text}`);
    warn(error.code, error.message);
    this.#host.dispatchEvent(new SmpErrorEvent(error));
  }
}
