import type { TouchUpDates } from '../domain/care/touch-up.js';
import type { TouchUpChannel, TouchUpRequest } from '../domain/care/touch-up-request.js';
import { Contact } from '../domain/contact.js';
import type { SmpError } from '../domain/errors.js';
import { plainDigits } from '../domain/plain-digits.js';
import type { PlainDate } from '../domain/time/plain-date.js';
import { signUpForTouchUps } from '../scheduling/touch-ups.js';
import type { WriteProgress } from './booking-state.js';
import { writeCarefully } from './careful-write.js';
import type { ClinicBackend } from './clinic-backend.js';

/** What is asked of somebody who wants to be reminded: three fields at most. */
export type SignUpField = 'name' | TouchUpChannel;

/** Something to put right: a field, or that no way was chosen. */
export interface SignUpIssue {
  readonly field: SignUpField | 'ways';
  readonly code: 'missing' | 'invalid';
}

/** All that a page for signing up shows. */
export interface SignUpState {
  readonly fields: Readonly<Record<SignUpField, string>>;
  /** The ways that were agreed to. */
  readonly channels: readonly TouchUpChannel[];
  readonly issues: readonly SignUpIssue[];
  readonly progress: WriteProgress;
  readonly signed: boolean;
  readonly error?: SmpError;
}

/** What somebody signs up for, and the words they agree to. */
export interface SignUpOccasion {
  readonly lastSession: PlainDate;
  readonly dates: TouchUpDates;
  /** The sentences beside the boxes. */
  readonly wordings: Readonly<Record<TouchUpChannel, string>>;
  readonly locale: string;
}

/** What a {@link TouchUpSignUpFlow} is given. */
export interface SignUpOptions {
  readonly backend: ClinicBackend;
  /** What the visitor has told elsewhere on the page. */
  readonly contact: Partial<Contact> | undefined;
  /** After each change of the state. */
  readonly changed: () => void;
  readonly tell: (news: SignUpNews) => void;
}

/** What the visitor has to read next. */
export type SignUpNews = 'issues' | 'signed' | 'unresolved';

const SHAPES = { name: Contact.shape.name, email: Contact.shape.email, sms: Contact.shape.phone };

/** Signs somebody up for reminders of touch-ups, without a DOM. Nobody is called signed up before the backend said so. */
export class TouchUpSignUpFlow {
  state: SignUpState;
  readonly #options: SignUpOptions;
  #request: Omit<TouchUpRequest, 'consents'> | undefined;
  #consents: readonly Omit<TouchUpRequest['consents'][number], 'at'>[] = [];

  constructor(options: SignUpOptions) {
    this.#options = options;
    const { name = '', email = '', phone = '' } = options.contact ?? {};
    this.state = { fields: { name, email, sms: phone }, channels: [], issues: [], progress: 'idle', signed: false };
  }

  /** Where the confirmation goes. */
  get where(): string {
    const { fields, channels } = this.state;
    return fields[channels.includes('email') ? 'email' : 'sms'].trim();
  }

  type(field: SignUpField, text: string): void {
    this.#set({ fields: { ...this.state.fields, [field]: text } });
  }

  /** Agrees to a way, or not. */
  choose(channel: TouchUpChannel, isChosen: boolean): void {
    const others = this.state.channels.filter((one) => one !== channel);
    this.#set({ channels: isChosen ? [...others, channel] : others });
  }

  /** Sends the wish, or says what is to be put right first. Sent before and not heard of, it is sent again as it was. */
  async submit({ wordings, ...occasion }: SignUpOccasion): Promise<void> {
    const { progress, channels } = this.state;
    if (progress === 'sending' || progress === 'checking' || this.state.signed) return;
    if (progress !== 'unresolved') {
      const issues = this.#issues();
      if (issues.length > 0) return this.#set({ issues }, 'issues');
      this.#request = { ...occasion, contact: this.#contact(), channels: [...channels].sort() };
      this.#consents = this.#request.channels.map((channel) => ({
        purpose: `touch-up-${channel}`,
        granted: true,
        version: 'default-1',
        wording: wordings[channel],
      }));
    }
    const request = this.#request;
    if (!request) return;
    const { error: _, ...rest } = this.state;
    this.state = rest;
    this.#set({ issues: [], progress: 'sending' });
    const { backend } = this.#options;
    const consents = this.#consents;
    const outcome = await writeCarefully<undefined>(
      backend,
      'touch-ups',
      { request, consents },
      ({ begunAt, ...options }) => {
        const at = new Date(begunAt).toISOString();
        const sent = { ...request, consents: consents.map((consent) => ({ ...consent, at })) };
        return signUpForTouchUps(backend.scheduler, sent, options);
      },
      () => this.#set({ progress: 'checking' }),
    );
    if (outcome.status === 'confirmed') this.#set({ progress: 'idle', signed: true }, 'signed');
    else if (outcome.status === 'unknown') this.#set({ progress: 'unresolved', error: outcome.error }, 'unresolved');
    else this.#set({ progress: 'idle', error: outcome.error });
  }

  #contact(): TouchUpRequest['contact'] {
    const { fields, channels } = this.state;
    return {
      name: fields.name.trim(),
      ...(channels.includes('email') && { email: fields.email.trim() }),
      ...(channels.includes('sms') && { phone: plainDigits(fields.sms) }),
    };
  }

  #issues(): SignUpIssue[] {
    const { fields, channels } = this.state;
    const asked: readonly SignUpField[] = [
      'name',
      ...(['email', 'sms'] as const).filter((one) => channels.includes(one)),
    ];
    const issues = asked.flatMap((field): SignUpIssue[] => {
      const text = field === 'sms' ? plainDigits(fields.sms) : fields[field].trim();
      if (text === '') return [{ field, code: 'missing' }];
      return SHAPES[field].safeParse(text).success ? [] : [{ field, code: 'invalid' }];
    });
    return channels.length > 0 ? issues : [...issues, { field: 'ways', code: 'missing' }];
  }

  #set(part: Partial<SignUpState>, news?: SignUpNews): void {
    this.state = { ...this.state, ...part };
    this.#options.changed();
    if (news) this.#options.tell(news);
  }
}
