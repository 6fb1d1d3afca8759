/** A mailbox and whose it is. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A mail as it is handed over to be sent. */
export interface OutgoingMail {
  /** The same whenever the same message is sent again: it goes out in `Message-ID` and `X-Send-Key`. */
  readonly sendKey: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly replyTo?: Mailbox | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A calendar file that goes with it. */
  readonly calendar?: string | undefined;
  /** BCP 47 tag of its language. */
  readonly language: string;
  /** Stops reminders when something is posted to it: RFC 8058. */
  readonly stopUrl?: string | undefined;
}

/** Sends mails. */
export interface MailTransport {
  /** Resolves when the mail was taken over. @throws {MessageFailure} */
  send(mail: OutgoingMail): Promise<void>;
  close(): Promise<void>;
}

/** A text message as it is handed over to be sent. */
export interface OutgoingText {
  /** The same whenever the same message is sent again; services that know idempotency keys are given it. */
  readonly sendKey: string;
  /** As the client wrote it. */
  readonly phone: string;
  readonly text: string;
}

/** Sends text messages. There is one for the outbox folder; a service's own is a few lines. */
export interface SmsTransport {
  /** Resolves when the text was taken over. @throws {MessageFailure} */
  send(text: OutgoingText): Promise<void>;
  close?(): Promise<void>;
}

/** What became of a message that was not taken. */
export type FailureKind =
  /** It will never be: no such mailbox, say. */
  | 'refused'
  /** It may be later. */
  | 'put-off'
  /** It was certainly not handed over, to a server that was away, say; other messages will fare no better. */
  | 'unreachable'
  /** Nobody said whether it was taken, so that it may be there twice if it is sent again; others will fare no better. */
  | 'unsure';

/** A message was not taken. Its message holds a code only: servers' answers name people. */
export class MessageFailure extends Error {
  override readonly name = 'MessageFailure';
  readonly kind: FailureKind;
  /** `smtp-550`, `ETIMEDOUT`. */
  readonly code: string;

  constructor(kind: FailureKind, code: string, cause?: unknown) {
    super(code, { cause });
    this.kind = kind;
    this.code = code;
  }
}
