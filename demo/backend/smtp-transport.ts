import { createTransport } from 'nodemailer';
import { messageOptions } from './mail-message.js';
import { MessageFailure, type MailTransport } from './mail-transport.js';

/** Options of {@link smtpTransport}. */
export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://…:587`, which is encrypted where the server can. */
  readonly url: string;
  /** How many connections are open at most. Default 2. */
  readonly connections?: number;
  /** How long an answer of the server may take, in milliseconds. Default 20,000. */
  readonly timeoutMs?: number;
}

/** Sends mails through an SMTP server. */
export function smtpTransport({ url, connections = 2, timeoutMs = 20_000 }: SmtpOptions): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // A connection that breaks while idle is replaced; a mail that it breaks under is told of by its own promise.
  transport.on('error', () => {});
  return {
    async send(mail) {
      const message = messageOptions(mail);
      try {
        await transport.sendMail(message);
      } catch (error) {
        throw failureOf(error);
      }
    },
    async close() {
      transport.close();
    },
  };
}

/** Codes of what is wrong between us and the server, rather than with a message. */
const OURS = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EREQUIRETLS', 'ECONFIG']);
/** What breaks, times out or is found wrong before anything could be handed over. */
const BEFORE =
  /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EDNS|ENOTFOUND|EAI_AGAIN|(CONNECT|GREETING|UPGRADE)_TIMEOUT|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*|ERR_TLS_CERT_.*|ERR_SSL_WRONG_VERSION_NUMBER)$/;
/** Refused at another command, a greeting or our own address say, it is not this message that is refused. */
const ITS_OWN = new Set(['RCPT TO', 'DATA']);
/** Authentication required. */
const UNKNOWN_SENDER = 530;

/** What an error of nodemailer means for its message. */
export function failureOf(error: unknown): MessageFailure {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const code = field('code');
  const name = typeof code === 'string' && /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? code : 'unknown';
  const status = field('responseCode');
  // A password that is not accepted is a “5xx” too, but no fault of the message.
  if (OURS.has(name)) return new MessageFailure('unreachable', name, error);
  if (typeof status === 'number') {
    const isOwn = ITS_OWN.has(String(field('command'))) && status !== UNKNOWN_SENDER;
    const kind = status === 421 || (status >= 500 && !isOwn) ? 'unreachable' : status >= 500 ? 'refused' : 'put-off';
    return new MessageFailure(kind, `smtp-${status}`, error);
  }
  // The address is none that this server can be told.
  if (name === 'EENVELOPE') return new MessageFailure('refused', name, error);
  if (name === 'EMESSAGE' || name === 'ESTREAM') return new MessageFailure('put-off', name, error);
  // A connection that broke, or fell silent, may have done so once the message was taken.
  const isBefore =
    [name, field('originalCode'), field('timeoutType')].some((one) => BEFORE.test(String(one))) ||
    field('syscall') === 'connect' ||
    // The pool has tried several connections, each of which was closed before a greeting.
    (name === 'ECONNECTION' && field('command') === undefined);
  return new MessageFailure(isBefore ? 'unreachable' : 'unsure', name, error);
}
