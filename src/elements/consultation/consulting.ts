import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import { attributionOf } from '../../controllers/attribution.js';
import type { ClinicController } from '../../controllers/clinic-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { complain, report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import type { ConsentPurpose } from '../../domain/consultation/consent.js';
import { defaultQuestionnaire } from '../../domain/consultation/default-questionnaire.js';
import { defaultScreeningRules } from '../../domain/consultation/screening-rules.js';
import { SmpError } from '../../domain/errors.js';
import { SmpConsultationSubmittedEvent } from '../../events/consultation-submitted-event.js';
import { SmpConsultationWithdrawnEvent } from '../../events/consultation-withdrawn-event.js';
import { SmpStepChangedEvent } from '../../events/step-changed-event.js';
import { onDemand } from '../../flows/checks-on-demand.js';
import { ConsultationFlow } from '../../flows/consultation-flow.js';
import type { ConsultationNews, ConsultationPlan } from '../../flows/consultation-record.js';
import type { ConsentWordings } from '../../flows/consultation-request.js';
import { Draft } from '../../flows/draft.js';
import { consultationWords } from '../../locales/consultation/words.js';
import { formatsOf } from '../../locales/formats.js';
import { monthNames } from '../../locales/month-names.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { formStyles } from '../form/form.styles.js';
import { checkPage } from './check.template.js';
import type { SmpConsultation } from './consultation.js';
import type { ConsultingView } from './consulting-view.js';
import { consultingStyles } from './consulting.styles.js';
import { phoneLink } from './consulting-view.js';
import { outcomePage } from './outcome.template.js';
import { questionPage } from './question.template.js';
import { sentPage, withdrawnPage } from './sent.template.js';

/** Used where the clinic changes nothing. Hours as facts show them: 24 to 168, mostly 48. */
const DEFAULT_PLAN: ConsultationPlan = {
  questionnaire: defaultQuestionnaire,
  rules: defaultScreeningRules,
  patchTestHours: 48,
};

/** What its pages are written with. */
export const WORDS = [commonWords, consultationWords];

/** The pages of a consultation: draws its flow's state, and tells its element what happened. */
export class Consulting {
  flow: ConsultationFlow;
  #focusOn: string | undefined;
  #opening: unknown;
  #leave: (() => void) | undefined;
  readonly #host: SmpConsultation;
  readonly #clinic: ClinicController;
  readonly #language: LanguageController;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpConsultation>;

  constructor(
    host: SmpConsultation,
    clinic: ClinicController,
    enquiry: ContextConsumer<typeof enquiryContext, SmpConsultation>,
  ) {
    this.#host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, WORDS);
    this.flow = this.#begin();
    this.preset();
    const root = host.renderRoot;
    if (root instanceof ShadowRoot) {
      const { elementStyles } = host.constructor as typeof SmpConsultation;
      adoptStyles(root, [...elementStyles, controlStyles, formStyles, consultingStyles]);
    }
  }

  #begin(): ConsultationFlow {
    const flow = new ConsultationFlow({
      now: visitor.now,
      today: visitor.today,
      months: () => monthNames(this.#language.locale),
      consents: (name) => this.#consents(name),
      prepare: async (file, options) => {
        const code = await import('../../controllers/photo-preparation.js').catch((cause: unknown) => {
          throw new SmpError('network', 'The code of the widget did not load', { cause });
        });
        return code.preparePhoto(file, options);
      },
      loadNote: async () => {
        const { noteOf } = await import('./consultation-plan.js');
        return (state) => noteOf(state, this.#language.of(consultationWords));
      },
      draft: new Draft(visitor.storage(), 'consultation', visitor.now),
      attribution: () => attributionOf(location.href, document.referrer),
      locale: () => this.#language.language,
    });
    flow.subscribe(() => this.#host.requestUpdate());
    flow.listen((news) => {
      if (flow === this.flow) this.#onNews(news);
    });
    return flow;
  }

  /** Can the consultation be filled in? */
  get ready(): boolean {
    return this.flow.state.status === 'ready' && this.#language.ready;
  }

  /** Takes what the visitor has said elsewhere. */
  preset(): void {
    this.flow.preset(this.#enquiry.value?.enquiry ?? {});
  }

  connect({ status, backend, clinic, error }: ClinicContext): void {
    if (status === 'ready' && backend && clinic) {
      if (this.#opening === clinic) return;
      this.#opening = clinic;
      void this.#plan(clinic.consultation).then((plan) => {
        // Another clinic may have come meanwhile.
        if (this.#opening !== clinic) return;
        const before = this.flow.state;
        if (before.clinic && before.clinic.id !== clinic.id) {
          // What was answered was said to that clinic, and stays there.
          this.flow = this.#begin();
          this.flow.preset({ contact: before.contact });
          this.preset();
        }
        this.flow.open(backend.scheduler, clinic, plan);
      });
    } else if (error) this.flow.fail(error);
  }

  /** The element has come into the document. */
  resume(): void {
    this.#leave?.();
    const ask = (event: BeforeUnloadEvent) => {
      if (this.flow.unsent) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    this.#leave = () => window.removeEventListener('beforeunload', ask);
  }

  /** The element has left the document. What has been sent goes on. */
  suspend(): void {
    this.#leave?.();
  }

  /** What was drawn stands: the focus goes to what the visitor has to read next. */
  updated(): void {
    if (this.#focusOn === undefined) return;
    const target = this.#host.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.#language;
    if (!ready) return html`<slot></slot>`;
    const view = this.#view();
    const { status, step, error } = view.state;
    if (status === 'failed') return this.#renderFailure(view, error);
    if (status === 'loading') return html`<slot></slot>`;
    return html`<div lang=${language} dir=${dir}>${pageOf(view, step)}</div>`;
  }

  #renderFailure(view: ConsultingView, error: SmpError | undefined): TemplateResult {
    const { words, common } = view;
    return html`<div class="notice bad" role="alert" part="error">
        <h3>${words.failedTitle}</h3>
        <p>${common.errors[error?.code ?? 'unknown'] ?? common.errors.unknown}</p>
        ${phoneLink(view)}
        ${
          error?.retryable
            ? html`<button type="button" class="button quiet" @click=${() => this.#clinic.value?.retry()}>
                ${common.retry}
              </button>`
            : nothing
        }
      </div>
      <slot></slot>`;
  }

  #view(): ConsultingView {
    const { state } = this.flow;
    return {
      flow: this.flow,
      state,
      common: this.#language.of(commonWords),
      words: this.#language.of(consultationWords),
      formats: formatsOf(this.#language.locale),
      consents: this.#consents(state.clinic?.name ?? ''),
      phone: phoneOf(this.#clinic.value, this.#host),
      hasDesign: this.#enquiry.value?.enquiry.design !== undefined,
    };
  }

  /** The clinic's wordings, and ours for the others. */
  #consents(name: string): ConsentWordings {
    const own = this.flow?.state.clinic?.consents ?? [];
    const wordings = this.#language.of(consultationWords).consents;
    return Object.fromEntries(
      (Object.keys(wordings) as ConsentPurpose[]).map((purpose) => [
        purpose,
        own.find((one) => one.purpose === purpose) ?? {
          purpose,
          wording: wordings[purpose](name),
          version: this.#language.versionOf(
            consultationWords,
            ({ consents }) => consents[purpose],
            // A booking asks for the same in other words.
            purpose === 'privacy' ? 'consultation-1' : undefined,
          ),
        },
      ]),
    ) as ConsentWordings;
  }

  /** The clinic's changes to questionnaire and screening, or the defaults where there are none or they hold a mistake. */
  async #plan(settings: unknown): Promise<ConsultationPlan> {
    if (settings === undefined) return DEFAULT_PLAN;
    const code = await onDemand(
      () => import('./consultation-plan.js'),
      (error) => report(this.#host, error),
    );
    if (!code) return DEFAULT_PLAN;
    const { problems, ...plan } = code.planOf(settings);
    for (const { message } of problems) complain(this.#host, message);
    return plan;
  }

  #onNews(news: ConsultationNews): void {
    const host = this.#host;
    const { state } = this.flow;
    switch (news.kind) {
      case 'page':
        this.#focusOn = 'h2';
        host.dispatchEvent(new SmpStepChangedEvent(state.step));
        break;
      case 'issues':
        this.#focusOn = '#problems';
        break;
      case 'screened':
        this.#enquiry.value?.update({ answers: state.counting, screening: news.outcome, contact: this.#contact() });
        break;
      case 'submitted': {
        const { privacy, note } = news;
        const { consultationId, consultationToken, reference } = news.consultation ?? {};
        if (consultationId !== undefined && consultationToken !== undefined) {
          this.#enquiry.value?.update({ privacy, consultation: { consultationId, consultationToken } });
        } else this.#enquiry.value?.update({ privacy, note });
        host.dispatchEvent(new SmpConsultationSubmittedEvent(reference));
        break;
      }
      case 'withdrawn':
      case 'restarted':
        this.#enquiry.value?.update({
          answers: undefined,
          screening: undefined,
          privacy: undefined,
          consultation: undefined,
          note: undefined,
        });
        if (news.kind === 'withdrawn') host.dispatchEvent(new SmpConsultationWithdrawnEvent());
        break;
      case 'refused':
        warn(news.error.code, news.error.message);
        break;
    }
  }

  #contact() {
    const { name, email, phone } = this.flow.state.contact;
    return { name, email, ...(phone && { phone }) };
  }
}

function pageOf(view: ConsultingView, step: ConsultingView['state']['step']) {
  switch (step) {
    case 'question':
      return questionPage(view);
    case 'outcome':
      return outcomePage(view);
    case 'check':
      return checkPage(view);
    case 'sent':
      return sentPage(view);
    case 'withdrawn':
      return withdrawnPage(view);
  }
}
