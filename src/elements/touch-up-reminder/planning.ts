import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import type { TouchUpDates } from '../../domain/care/touch-up.js';
import { SmpTouchUpsChangedEvent } from '../../events/touch-ups-changed-event.js';
import { TouchUpPlanFlow } from '../../flows/touch-up-plan-flow.js';
import { tokenBackend } from '../../flows/token-backend.js';
import type { PlanIssue } from '../../flows/touch-up-plan-flow.js';
import type { TouchUpReminderMessages } from '../../locales/touch-up/reminder-messages.js';
import { reminderWords } from '../../locales/touch-up/reminder-words.js';
import { consentBox, describedBy, fieldHead, wrongLine } from '../form/field.template.js';
import { failure, heading, phoneLine } from '../form/page.template.js';
import type { Part } from '../form/part.js';
import { problems } from '../form/problems.template.js';
import { reminderStyles } from './reminder.styles.js';
import type { LaterPage, Reminding } from './reminding.js';
import { turnTo } from './turn-to.js';

const KINDS = ['check', 'review', 'refresh'] as const;

/** The page that the link of a reminder leads to: dates and ways to change, and an end to it. Loaded with a token. */
export class Planning implements LaterPage {
  readonly flow: TouchUpPlanFlow;
  readonly #page: Reminding;
  readonly #token: string;
  readonly #backendOf = tokenBackend();

  constructor(page: Reminding, token: string) {
    this.#page = page;
    this.#token = token;
    const { host } = page;
    page.adopt(reminderStyles);
    void page.language.add(reminderWords);
    this.flow = new TouchUpPlanFlow({
      today: () => this.#today,
      changed: () => host.requestUpdate(),
      tell: (news) => {
        if (news === 'updated' || news === 'stopped') host.dispatchEvent(new SmpTouchUpsChangedEvent(news));
        else if (typeof news !== 'string') report(host, news);
        if (typeof news === 'string') void turnTo(host, news === 'issues' ? '#problems' : 'h2');
      },
    });
    this.flow.open(token);
  }

  get #today(): string {
    return visitor.today(this.#page.clinic?.clinic?.timeZone);
  }

  follow(): void {
    const { clinic } = this.#page;
    const backend = this.#backendOf(clinic);
    if (backend) {
      this.flow.connect(backend);
      this.flow.open(this.#token);
    }
    // The link opens nothing here.
    else if (backend === null) this.flow.open('');
    const { error } = clinic ?? {};
    if (error && this.flow.state.status === 'loading') this.flow.fail(error);
  }

  render(): TemplateResult {
    const own = this.#page.language.of(reminderWords);
    const { status, plan, error } = this.flow.state;
    const { words } = this.#page;
    switch (status) {
      case 'loading':
        return html`<slot><p class="muted">${words.wait}</p></slot>`;
      case 'refused':
        return html`${heading(own.refusedTitle)}
          <p>${own.refusedHint}</p>
          ${phoneLine(words, this.#page.phone)}<slot></slot>`;
      case 'failed':
        return html`${failure(this.#page, error, own.failedTitle, () => void this.flow.load())} <slot></slot>`;
      case 'ready':
        return plan?.stopped
          ? html`${heading(own.stoppedTitle)}
              <p>${own.stoppedHint}</p>
              <div class="actions">${this.#page.book()}</div>`
          : html`${this.#plan(own)}`;
    }
  }

  #plan(own: TouchUpReminderMessages): TemplateResult | typeof nothing {
    const { words, own: around, clinic } = this.#page;
    const name = clinic?.clinic?.name ?? '';
    const { flow } = this;
    const { plan, issues, notice, progress, error, channels } = flow.state;
    if (!plan) return nothing;
    const wordings = { email: own.consents.email(name), sms: own.consents.sms(name) };
    const busy = progress === 'sending' || progress === 'checking';
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault();
      void flow.save(wordings);
    };
    const textOf = ({ field, code }: PlanIssue): string =>
      field === 'ways' || code === 'missing' ? own.wayMissing : own.wrong[code](around.names[field]);
    const noWay = issues.some(({ field }) => field === 'ways');
    return html`${heading(own.planTitle)}
      <p>${own.planNext(plan.contactHint)}</p>
      ${notice ? html`<p class="notice" role="status" part="notice">${own.notice[notice]}</p>` : nothing}
      <form novalidate @submit=${onSubmit} part="plan">
        ${problems(
          words,
          issues.map((issue) => ({ id: `plan-${issue.field}`, text: textOf(issue) })),
        )}
        ${
          error && progress === 'idle'
            ? html`<p class="notice bad" role="alert" part="error">
                ${words.errors[error.code] ?? words.errors.unknown}
              </p>`
            : nothing
        }
        <div class="plan">${KINDS.map((kind) => this.#date(own, kind))}</div>
        <fieldset
          class="choices"
          id="plan-ways"
          tabindex="-1"
          aria-describedby=${describedBy('plan-ways', noWay && 'wrong')}
        >
          <legend class="label">${own.ways}</legend>
          ${wrongLine(words, 'plan-ways', noWay ? own.wayMissing : undefined)}
          ${plan.reachable.map((channel) =>
            consentBox(words, {
              id: `way-${channel}`,
              label: wordings[channel],
              checked: channels.includes(channel),
              wrong: undefined,
              onChange: (isChosen) => flow.choose(channel, isChosen),
            }),
          )}
        </fieldset>
        ${progress === 'unresolved' ? this.#unresolved(own) : nothing}
        <div class="actions">
          <button class="button" part="save" aria-disabled=${progress !== 'idle'}>
            ${busy ? own.sending : own.save}
          </button>
          ${this.#page.book()}
        </div>
      </form>
      <div class="ending">
        <h3>${own.stopTitle}</h3>
        <p class="muted">${own.stopHint}</p>
        <button
          type="button"
          class="button quiet"
          part="stop"
          aria-disabled=${progress !== 'idle'}
          @click=${() => void flow.stop()}
        >
          ${own.stop}
        </button>
      </div>`;
  }

  #unresolved(own: TouchUpReminderMessages): Part {
    const { words } = this.#page;
    return html`<div class="notice" role="alert" part="unresolved">
      <h3>${words.unresolvedTitle}</h3>
      <p>${own.unresolvedHint}</p>
      ${phoneLine(words, this.#page.phone)}
      <button type="button" class="button" @click=${() => void this.flow.again()}>${words.checkAgain}</button>
    </div>`;
  }

  /** A date that has passed can't be changed any more. */
  #date(own: TouchUpReminderMessages, kind: keyof TouchUpDates): Part {
    const { words, own: names, formats } = this.#page;
    const today = this.#today;
    const { flow } = this;
    const { plan, dates, issues } = flow.state;
    const stored = plan?.dates[kind] ?? '';
    if (stored < today) {
      return html`<div class="field">
        <span class="label">${names.names[kind]}</span>
        <p>${formats.knownDate(stored)} <span class="muted">(${own.passed})</span></p>
      </div>`;
    }
    const code = issues.find(({ field }) => field === kind)?.code;
    const wrong = code && code !== 'missing' ? own.wrong[code](names.names[kind]) : undefined;
    const id = `plan-${kind}`;
    return html`<div class="field day">
      ${fieldHead(words, { id, label: names.names[kind], hint: names.hints[kind], wrong })}
      <input
        class="input"
        part="input"
        id=${id}
        type="date"
        min=${today}
        .value=${dates[kind]}
        aria-describedby=${describedBy(id, 'hint', wrong !== undefined && 'wrong')}
        aria-invalid=${wrong === undefined ? nothing : 'true'}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) flow.setDate(kind, target.value);
        }}
      />
    </div>`;
  }
}
