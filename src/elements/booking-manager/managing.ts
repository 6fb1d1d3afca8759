import type { ContextConsumer } from '@lit/context';
import { adoptStyles, html } from 'lit';
import type { CSSResultOrNative, TemplateResult } from 'lit';
import { phoneOf, type ClinicContext } from '../../context/clinic-context.js';
import type { enquiryContext } from '../../context/enquiry-context.js';
import type { ClinicController } from '../../controllers/clinic-controller.js';
import { LanguageController } from '../../controllers/language-controller.js';
import { isLink } from '../../controllers/page-link.js';
import { report } from '../../controllers/report.js';
import { visitor } from '../../controllers/visitor.js';
import { warn } from '../../controllers/warning.js';
import { SmpError } from '../../domain/errors.js';
import { ManagementFlow, type ManagementNews } from '../../flows/management-flow.js';
import { tokenBackend } from '../../flows/token-backend.js';
import { formatsOf } from '../../locales/formats.js';
import type { ManagementMessages } from '../../locales/management/messages.js';
import { managementWords } from '../../locales/management/words.js';
import type { Messages } from '../../locales/messages.js';
import { commonWords } from '../../locales/words.js';
import { controlStyles } from '../../styles/controls.styles.js';
import { formStyles } from '../form/form.styles.js';
import { failure, heading, phoneLine } from '../form/page.template.js';
import type { Beside } from './beside.template.js';
import type { SmpBookingManager } from './booking-manager.js';
import type { Changing } from './changing.js';
import type { ManagingView } from './managing-view.js';
import { managingStyles } from './managing.styles.js';
import { overviewPage } from './overview.template.js';

/** The pages of a booking manager: draws its flow's state, and tells its element what happened. */
export class Managing {
  readonly flow: ManagementFlow;
  #spoken: (() => string) | undefined;
  #focusOn: string | undefined;
  #beside: Beside | undefined;
  #changing: Changing | undefined;
  #wish: object | undefined;
  #reload: (() => void) | undefined;
  /** The token of the link, wherever it may be told. */
  #link: string | undefined;
  #backendOf = tokenBackend();
  readonly host: SmpBookingManager;
  readonly #clinic: ClinicController;
  readonly #language: LanguageController;
  readonly #enquiry: ContextConsumer<typeof enquiryContext, SmpBookingManager>;

  constructor(
    host: SmpBookingManager,
    clinic: ClinicController,
    enquiry: ContextConsumer<typeof enquiryContext, SmpBookingManager>,
  ) {
    this.host = host;
    this.#clinic = clinic;
    this.#enquiry = enquiry;
    this.#language = new LanguageController(host, clinic, [commonWords, managementWords]);
    this.flow = new ManagementFlow({ changed: () => host.requestUpdate(), tell: (news) => this.#onNews(news) });
    this.#adopt();
    void this.#loadBeside();
  }

  get words(): Messages {
    return this.#language.of(commonWords);
  }

  get own(): ManagementMessages {
    return this.#language.of(managementWords);
  }

  /** The language that dates are written in, with its region. */
  get locale(): string {
    return this.#language.locale;
  }

  /** Is the booking shown? */
  get ready(): boolean {
    return this.flow.state.status === 'ready' && this.#language.ready;
  }

  connect(context: ClinicContext): void {
    const { clinic, error } = context;
    if (clinic) this.flow.set({ clinic });
    const backend = this.#backendOf(context);
    if (backend) {
      this.flow.connect(backend);
      this.flow.open(this.#link);
    }
    // The link opens nothing here.
    else if (backend === null && this.#link) this.flow.open('');
    if (error) this.flow.set({ status: 'failed', error });
  }

  /** Goes along with the page's address, as far as that is a link: an anchor of the page is about something else. */
  follow(): void {
    if (isLink(location.hash)) this.open();
  }

  /** Opens what the token stands for. What was paid concerns the booking before. */
  open(): void {
    // Whoever comes back from the clinic's payment page brings no token along: that would have been told to it.
    const isOther =
      /^#smp-/.test(location.hash) || (visitor.hasPlanLink() && document.querySelector('smp-touch-up-reminder'));
    const token = this.host.token ?? (isOther ? undefined : (visitor.fragment('t') ?? ''));
    if (token === this.#link) return;
    if (this.#link) this.#beside?.goOn();
    this.#link = token;
    this.#backendOf = tokenBackend();
    this.flow.backend = this.#backendOf(this.#clinic.value);
    this.flow.open(token);
  }

  /** What was drawn stands: the focus goes to what the visitor has to read next. */
  updated(): void {
    if (this.#focusOn === undefined) return;
    const target = this.host.renderRoot.querySelector<HTMLElement>(this.#focusOn);
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  render(): TemplateResult {
    const { ready, language, dir } = this.#language;
    // An address that is about something else opens no booking, and says so of none.
    if (!ready || this.flow.token === undefined) {
      return this.#beside?.payment(this.#view()) ?? html`<slot></slot>`;
    }
    return html`<div lang=${language} dir=${dir}>
      <div role="status" class="out-of-sight">${this.#spoken?.()}</div>
      ${this.#renderPage()}
    </div>`;
  }

  #renderPage() {
    const { state } = this.flow;
    const view = this.#view();
    const { words, own } = view;
    switch (state.status) {
      case 'refused':
        return html`<div class="page" part="page">
            ${heading(own.refusedTitle)}
            <p>${own.refusedHint}</p>
            ${phoneLine(words, view.phone)}
          </div>
          <slot></slot>`;
      case 'failed':
        return html`${failure(view, state.error, own.failedTitle, state.error?.retryable ? () => this.#retry() : undefined)}
          <slot></slot>`;
      case 'ready':
        if (state.page !== 'overview') return this.#changing?.render(view);
        if (state.clinic) return overviewPage(view);
        break;
      case 'loading':
    }
    return html`<slot><p class="muted">${words.wait}</p></slot>`;
  }

  #view(): ManagingView {
    const { words, own, flow, locale } = this;
    const { state } = flow;
    return {
      state,
      changeable: flow.changeable,
      words,
      own,
      formats: formatsOf(locale),
      visitorZone: visitor.timeZone,
      phone: phoneOf(this.#clinic.value, this.host),
      now: visitor.now,
      beside: this.#beside,
      reload: this.#reload,
      move: (bookingId) => void this.#change((change) => change.startMove(bookingId)),
      cancel: (bookingId) => void this.#change((change) => change.startCancel(bookingId)),
    };
  }

  /** Goes on to a change, once the pages for it have loaded. Of several wishes the last one counts. */
  async #change(start: (change: Changing['flow']) => void): Promise<void> {
    const wish = (this.#wish = {});
    if (!this.#changing) this.say(() => this.words.wait);
    try {
      const { changingStyles, Changing } = await import('./changing.js');
      this.#spoken = this.#reload = undefined;
      if (!this.#changing) {
        this.#changing = new Changing(this);
        this.#adopt(...changingStyles);
      }
    } catch (cause) {
      // Some browsers do not ask again for a file that once failed, as long as the page stands.
      this.#reload = () => location.reload();
      return this.flow.set({ error: new SmpError('network', 'Its pages did not load', { cause }) });
    }
    if (wish !== this.#wish || !this.host.isConnected) return;
    this.#beside?.goOn();
    start(this.#changing.flow);
  }

  #adopt(...more: CSSResultOrNative[]): void {
    const root = this.host.renderRoot;
    if (!(root instanceof ShadowRoot)) return;
    const { elementStyles } = this.host.constructor as typeof SmpBookingManager;
    adoptStyles(root, [...elementStyles, controlStyles, formStyles, ...more, managingStyles]);
  }

  #retry(): void {
    if (this.#clinic.value?.status === 'failed') this.#clinic.value.retry();
    void this.flow.load();
  }

  #onNews(news: ManagementNews): void {
    switch (news.kind) {
      case 'page':
        this.#focusOn = this.flow.state.lost ? '#lost' : 'h2';
        break;
      case 'shown': {
        const standing = news.managed.sessions.filter(({ status }) => status !== 'cancelled');
        this.#enquiry.value?.update({ sessions: standing.map(({ slot }) => slot) });
        const { notice } = this.flow.state;
        if (notice) this.say(() => this.own.notice[notice]);
        break;
      }
      case 'failed':
        report(this.host, news.error);
        break;
      default:
        this.#changing?.onNews(news);
    }
  }

  /** Tells ears. */
  say(text: () => string): void {
    this.#spoken = text;
    this.host.requestUpdate();
  }

  async #loadBeside(): Promise<void> {
    try {
      const { loadBeside } = await import('./beside.template.js');
      this.#beside = await loadBeside(this.#language);
      this.host.requestUpdate();
    } catch (cause) {
      // The booking is shown without it.
      warn('network', String(cause));
    }
  }
}
