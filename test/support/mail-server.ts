import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerAddress } from 'smtp-server';

/** A mail as a server got it. */
export interface ReceivedMail {
  /** Of the envelope. */
  readonly to: readonly string[];
  /** When it came, by the clock of the test. */
  readonly at: number;
  /** As it went over the wire. */
  readonly raw: string;
  /** Names in small letters; a header that came twice is joined by a line break. */
  readonly headers: ReadonlyMap<string, string>;
  readonly sendKey: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The calendar file that came with it. */
  readonly calendar: string | undefined;
}

/** What a server answers to a recipient: a status such as 450 or 550, or `hang-up`; undefined to take it. */
export type Judge = (address: string) => number | 'hang-up' | undefined;

/** A real SMTP server that keeps what it gets. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Default: takes everything. */
  judge: Judge = () => undefined;
  /** The same of who sends. */
  judgeSender: Judge = () => undefined;
  /** How long it takes over each mail, in milliseconds. */
  delayMs = 0;
  /** Called with each mail before it is acknowledged. */
  onMail: (mail: ReceivedMail) => void = () => {};
  readonly url: string;
  readonly #server: SMTPServer;

  private constructor(server: SMTPServer, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** @param clock what `at` of each mail is told by */
  static async start(clock: () => number = Date.now): Promise<MailServer> {
    const found: { running?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      // Those that are open at the end belong to processes that were killed.
      closeTimeout: 100,
      onMailFrom({ address }: SMTPServerAddress, _session, done) {
        done(verdict(found.running?.judgeSender(address), address));
      },
      onRcptTo({ address }: SMTPServerAddress, _session, done) {
        done(verdict(found.running?.judge(address), address));
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const mail = parseMail(Buffer.concat(chunks).toString('utf8'), to, clock());
          found.running?.mails.push(mail);
          found.running?.onMail(mail);
          setTimeout(done, found.running?.delayMs ?? 0);
        });
      },
    });
    // A client that was killed ends its connection in the middle of a word.
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return (found.running = new MailServer(server, `smtp://127.0.0.1:${port}`));
  }

  /** What came since the last time, oldest first. */
  take(): ReceivedMail[] {
    return this.mails.splice(0);
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }
}

function verdict(status: ReturnType<Judge>, address: string): Error | undefined {
  if (status === undefined) return undefined;
  if (status === 'hang-up') return Object.assign(new Error('Closing'), { responseCode: 421 });
  return Object.assign(new Error(`No such luck, ${address}`), { responseCode: status });
}

function parseMail(raw: string, to: readonly string[], at: number): ReceivedMail {
  const parts = partsOf(raw);
  const headers = headersOf(raw);
  const find = (type: string) => parts.find(({ headers: own }) => own.get('content-type')?.startsWith(type));
  return {
    to,
    at,
    raw,
    headers,
    sendKey: headers.get('x-send-key') ?? '',
    subject: decodeWords(headers.get('subject') ?? ''),
    text: find('text/plain')?.content ?? '',
    html: find('text/html')?.content ?? '',
    calendar: find('text/calendar')?.content,
  };
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: string;
}

function partsOf(raw: string): Part[] {
  const headers = headersOf(raw);
  const body = raw.slice(raw.indexOf('\r\n\r\n') + 4);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1];
  if (boundary === undefined) return [{ headers, content: decode(body, headers.get('content-transfer-encoding')) }];
  return `\r\n${body}`
    .split(`\r\n--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.replace(/^\r\n/, '')));
}

function headersOf(raw: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of raw
    .slice(0, raw.indexOf('\r\n\r\n'))
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const earlier = headers.get(name);
    const value = line.slice(colon + 1).trim();
    headers.set(name, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return headers;
}

function decode(body: string, encoding = ''): string {
  if (encoding.toLowerCase() === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding.toLowerCase() !== 'quoted-printable') return body;
  return unescape8(body.replaceAll(/=\r\n/g, ''), /=([\dA-F]{2})/g);
}

/** Words such as `=?UTF-8?Q?caf=C3=A9?=`. */
function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : unescape8(word.replaceAll('_', ' '), /=([\dA-F]{2})/g),
    );
}

function unescape8(text: string, pattern: RegExp): string {
  const bytes = Buffer.from(text, 'utf8').toString('latin1');
  const plain = bytes.replaceAll(pattern, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1').toString('utf8');
}
