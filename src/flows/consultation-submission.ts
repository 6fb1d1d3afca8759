import type { QuestionId } from '../domain/consultation/code.js';
import type { GivenConsent } from '../domain/consultation/consent.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { BookingProof, Consultation, ConsultationDraft } from '../domain/consultation/consultation.js';
import type { PhotoAngle } from '../domain/consultation/photo.js';
import type { HairlineDesign } from '../domain/design/hairline-design.js';
import type { SmpError } from '../domain/errors.js';
import { newOperationId, OperationLog } from '../scheduling/operation.js';
import type { Scheduler } from '../scheduling/scheduler.js';
import type { WriteOutcome } from '../scheduling/write-outcome.js';
import type * as Checks from './consultation-checks.js';
import type { ConsultationRecord } from './consultation-record.js';
import { consultationRequest, photosGo } from './consultation-request.js';
import type { ContactField } from './consultation-state.js';
import { isDesignRefused } from './draft-refusal.js';

const CONTACT_FIELDS: readonly ContactField[] = ['name', 'email', 'phone'];

/** Sending: the answers, their photos, and the wish to have it all forgotten. */
export class ConsultationSubmission {
  booking: BookingProof | undefined;
  design: HairlineDesign | undefined;
  /** What was sent last. */
  #sent: ConsultationDraft | undefined;
  readonly #record: ConsultationRecord;
  /** Without storage: health answers must not leave so much as a digest there. */
  readonly #operations: OperationLog;
  readonly #change: (id: QuestionId) => void;

  /** @param change leads back to a question whose answer was refused */
  constructor(record: ConsultationRecord, change: (id: QuestionId) => void) {
    this.#record = record;
    this.#operations = new OperationLog({ clinic: '', now: record.options.now });
    this.#change = change;
  }

  /** Sends it all. Sending again while one is under way does nothing. */
  async submit(): Promise<void> {
    const scheduler = this.#record.scheduler;
    const { clinic, step } = this.#record.state;
    if (this.#record.busy || step !== 'check' || !scheduler || !clinic) return;
    if (!this.#record.state.privacy) {
      this.#record.set({ issues: [{ field: 'privacy', code: 'unconfirmed' }] });
      return this.#record.tell({ kind: 'issues' });
    }
    if (!scheduler.capabilities(clinic).consultations) return this.#passOn();
    const calls = await this.#record.checks();
    // A second click may have been dealt with while the code was loading.
    if (!calls || this.#record.busy || this.#record.state.step !== 'check') return;
    // What nothing has been heard of is sent again as it was, whatever was said since.
    const draft = (this.#record.state.submission === 'unresolved' && this.#sent) || this.#request();
    if (!draft) return;
    let outcome = await this.#send(calls, scheduler, draft);
    if (draft.design && isDesignRefused(outcome)) {
      const { design: _design, ...rest } = draft;
      outcome = await this.#send(calls, scheduler, rest);
    }
    if (outcome.status !== 'confirmed') return this.#refuse(outcome.error, outcome.status === 'refused');
    this.#record.options.draft?.clear();
    // What was kept in case the consent came back.
    if (!photosGo(this.#record.state)) this.#record.photos.clear();
    this.#record.set({ consultation: outcome.value });
    this.#record.tell({ kind: 'submitted', consultation: outcome.value, ...this.#given });
    this.#record.go('sent');
    await this.sendPhotos();
  }

  /** A backend without consultations gets the gist of the answers in the booking's note. */
  async #passOn(): Promise<void> {
    const noteOf = await this.#record.onDemand(this.#record.options.loadNote);
    // A second click may have been dealt with while the code was loading.
    if (!noteOf || this.#record.state.step !== 'check') return;
    this.#record.options.draft?.clear();
    this.#record.without(['error'], {});
    this.#record.tell({ kind: 'submitted', note: noteOf(this.#record.state), ...this.#given });
    this.#record.go('sent');
  }

  async #send(
    calls: typeof Checks,
    scheduler: Scheduler,
    draft: ConsultationDraft,
  ): Promise<WriteOutcome<Consultation>> {
    this.#sent = draft;
    const { operationId } = this.#operations.begin('consultation', draft);
    this.#record.without(['error'], { submission: 'sending', issues: [] });
    const onRetry = () => this.#record.set({ submission: 'checking' });
    const outcome = await calls.submitConsultation(scheduler, draft, { operationId, onRetry });
    this.#operations.conclude('consultation', operationId, outcome);
    this.#record.set({ submission: outcome.status === 'unknown' ? 'unresolved' : 'idle' });
    return outcome;
  }

  /** Sends the photos that wait, and once more the one of this angle that has failed. */
  async sendPhotos(again?: PhotoAngle): Promise<void> {
    this.#record.photos.retry(again);
    const calls = await this.#record.checks();
    const { consultation } = this.#record.state;
    if (!consultation || !calls || !this.#record.scheduler || this.#record.photos.list.length === 0) return;
    await this.#record.photos.send(this.#record.scheduler, proofOf(consultation), calls);
  }

  /** Has the clinic forget what was sent; `forget` lets go of what else is known of it. */
  async withdraw(forget: () => void): Promise<void> {
    const { consultation } = this.#record.state;
    const calls = await this.#record.checks();
    if (!consultation || !calls || !this.#record.scheduler || this.#record.state.withdrawal === 'sending') return;
    this.#record.photos.clear();
    this.#record.without(['error'], { withdrawal: 'sending' });
    const operation = { operationId: newOperationId() };
    const outcome = await calls.eraseConsultation(this.#record.scheduler, proofOf(consultation), operation);
    this.#record.set({ withdrawal: 'idle' });
    if (outcome.status !== 'confirmed') return this.#record.set({ error: outcome.error });
    forget();
    this.#record.startOver('withdrawn');
    this.#record.tell({ kind: 'withdrawn' });
    this.#record.tell({ kind: 'page' });
  }

  /** The consent to privacy that what follows need not ask for again. */
  get #given(): { readonly privacy?: GivenConsent } {
    const { privacy } = this.#record.state.decided;
    return privacy ? { privacy: { version: privacy.version, at: privacy.at } } : {};
  }

  #request(): ConsultationDraft | undefined {
    const { attribution, locale } = this.#record.options;
    const { booking, design } = this;
    return consultationRequest(this.#record.state, {
      booking,
      design,
      attribution: attribution?.(),
      locale: locale?.(),
    });
  }

  #refuse(error: SmpError, decided: boolean): void {
    if (decided) this.#record.tell({ kind: 'refused', error });
    const fields = (error.issues ?? []).flatMap(({ pointer }) => {
      const field = CONTACT_FIELDS.find((name) => pointer === `/contact/${name}`);
      return field ? [{ field, code: 'invalid' as const }] : [];
    });
    const contact = this.#record.state.asked.find(({ kind }) => kind === 'contact');
    if (!decided || fields.length === 0 || !contact) return this.#record.set({ error });
    this.#change(contact.id);
    this.#record.set({ issues: fields });
    this.#record.tell({ kind: 'issues' });
  }
}

const proofOf = ({ consultationId, consultationToken }: Consultation): ConsultationProof => ({
  consultationId,
  consultationToken,
});
