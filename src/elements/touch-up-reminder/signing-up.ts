import { html, nothing } from 'lit';
import type { Clinic } from '../../domain/clinic.js';
import type { TouchUpChannel } from '../../domain/care/touch-up-request.js';
import { SmpTouchUpsChangedEvent } from '../../events/touch-ups-changed-event.js';
import { TouchUpSignUpFlow } from '../../flows/touch-up-sign-up-flow.js';
import type { SignUpField, SignUpIssue } from '../../flows/touch-up-sign-up-flow.js';
import type { Messages } from '../../locales/messages.js';
import type { TouchUpReminderMessages } from '../../locales/touch-up/reminder-messages.js';
import { reminderWords } from '../../locales/touch-up/reminder-words.js';
import { consentBox, describedBy, emailField, textField, wrongLine } from '../form/field.template.js';
import { phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { problems } from '../form/problems.template.js';
import { reminderStyles } from './reminder.styles.js';
import type { LaterPage, Reminding } from './reminding.js';
import { turnTo } from './turn-to.js';

/** The form with which somebody signs up for reminders, and the confirmation in its place. Loaded when it is asked for. */
export class SigningUp implements LaterPage {
  readonly flow: TouchUpSignUpFlow;
  readonly #page: Reminding;
  /** With whom somebody signs up here. */
  readonly #clinic: Clinic;

  /** @throws TypeError without a clinic: there is nobody to sign up with */
  constructor(page: Reminding) {
    this.#page = page;
    const { host, clinic, enquiry } = page;
    if (!clinic?.backend || !clinic.clinic) throw new TypeError('There is no clinic');
    this.#clinic = clinic.clinic;
    page.adopt(reminderStyles);
    void page.language.add(reminderWords);
    this.flow = new TouchUpSignUpFlow({
      backend: clinic.backend,
      contact: enquiry?.enquiry.contact,
      changed: () => host.requestUpdate(),
      tell: (news) => {
        if (news === 'signed') host.dispatchEvent(new SmpTouchUpsChangedEvent('requested'));
        void turnTo(host, news === 'issues' ? '#problems' : '#news');
      },
    });
  }

  takeFocus(): void {
    const { host, language } = this.#page;
    // Its words may be on their way.
    void language.add(reminderWords).then(() => turnTo(host, '#news'));
  }

  follow(): void {
    // The dates above it are read when they are sent. Another clinic is asked for anew, unless an answer is still awaited.
    const { clinic } = this.#page.clinic ?? {};
    const isOther = clinic !== undefined && clinic.id !== this.#clinic.id;
    if (isOther && this.flow.state.progress === 'idle') this.#page.leave();
  }

  render(): Part {
    const own = this.#page.language.of(reminderWords);
    const { progress, signed } = this.flow.state;
    if (signed) {
      return html`<div class="notice" part="signed">
        <h3 tabindex="-1" id="news">${own.signedTitle}</h3>
        <p>${own.signedNext(this.flow.where)}</p>
      </div>`;
    }
    return progress === 'unresolved' ? this.#unresolved(own) : this.#form(own);
  }

  #unresolved(own: TouchUpReminderMessages): Part {
    const { words, phone } = this.#page;
    return html`<div class="notice" role="alert" part="unresolved">
      <h3 tabindex="-1" id="news">${words.unresolvedTitle}</h3>
      <p>${own.unresolvedHint}</p>
      ${phoneLine(words, this.#clinic.phone ?? phone)}
      <button type="button" class="button" part="sign-up" @click=${() => this.#submit(own)}>${words.checkAgain}</button>
    </div>`;
  }

  #form(own: TouchUpReminderMessages): Part {
    const { words, channels } = this.#page;
    const wordings = this.#wordings(own);
    const { flow } = this;
    const { issues, fields, error, progress } = flow.state;
    const busy = progress !== 'idle';
    const wrong = (field: SignUpIssue['field']): string | undefined => {
      const issue = issues.find((one) => one.field === field);
      return issue && issueText(words, own, issue);
    };
    const typed = (field: SignUpField) => ({
      id: `remind-${field}`,
      value: fields[field],
      wrong: wrong(field),
      onInput: (value: string) => flow.type(field, value),
    });
    const noWay = wrong('ways');
    const inputs: Readonly<Record<TouchUpChannel, () => Part>> = {
      email: () => emailField(words, typed('email')),
      sms: () =>
        textField(words, {
          ...typed('sms'),
          label: words.phone,
          hint: own.phoneHint,
          autocomplete: 'tel',
          type: 'tel',
          maxlength: 60,
        }),
    };
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      this.#submit(own);
    };
    return html`<form novalidate part="sign-up-form" @submit=${onSubmit}>
      <h3 tabindex="-1" id="news">${own.signUpTitle}</h3>
      ${problems(
        words,
        issues.map((issue) => ({ id: `remind-${issue.field}`, text: issueText(words, own, issue) })),
      )}
      ${
        error
          ? html`<p class="notice bad" role="alert" part="error">
              ${words.errors[error.code] ?? words.errors.unknown}
            </p>`
          : nothing
      }
      ${textField(words, { ...typed('name'), label: words.name, autocomplete: 'name' })}
      <fieldset
        class="choices"
        id="remind-ways"
        tabindex="-1"
        aria-describedby=${describedBy('remind-ways', noWay !== undefined && 'wrong')}
      >
        <legend class="label">${own.ways}</legend>
        ${wrongLine(words, 'remind-ways', noWay)}
        ${channels.map((channel) => {
          const checked = flow.state.channels.includes(channel);
          return html`<div class="way">
            ${consentBox(words, {
              id: `way-${channel}`,
              label: wordings[channel],
              checked,
              wrong: undefined,
              onChange: (isChosen) => flow.choose(channel, isChosen),
            })}
            ${checked ? inputs[channel]() : nothing}
          </div>`;
        })}
      </fieldset>
      <slot name="legal"></slot>
      <div class="actions">
        <button class="button" part="sign-up" aria-disabled=${busy}>${busy ? own.sending : own.signUp}</button>
        <button type="button" class="link" part="leave" @click=${() => this.#page.leave()}>${own.notNow}</button>
      </div>
    </form>`;
  }

  #wordings({ consents }: TouchUpReminderMessages): Readonly<Record<TouchUpChannel, string>> {
    const { name } = this.#clinic;
    return { email: consents.email(name), sms: consents.sms(name) };
  }

  #submit(own: TouchUpReminderMessages): void {
    const { flow, language } = this.#page;
    const { lastSession, estimate } = flow.state;
    if (lastSession === undefined || !estimate) return;
    const { check, review, refresh } = estimate;
    const locale = language.locale;
    const wordings = this.#wordings(own);
    void this.flow.submit({ lastSession, dates: { check, review, refresh }, locale, wordings });
  }
}

function issueText(words: Messages, own: TouchUpReminderMessages, { field, code }: SignUpIssue): string {
  const missing = code === 'missing';
  switch (field) {
    case 'name':
      return missing ? words.nameMissing : words.nameInvalid;
    case 'email':
      return missing ? words.emailMissing : words.emailInvalid;
    case 'sms':
      return missing ? words.phoneMissing : words.phoneInvalid;
    case 'ways':
      return own.wayMissing;
  }
}
