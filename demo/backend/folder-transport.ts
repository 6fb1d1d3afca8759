import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { headerText, messageOptions } from './mail-message.js';
import type { MailTransport, OutgoingMail, OutgoingText, SmsTransport } from './mail-transport.js';

/** A message as the outbox folder shows it. */
export interface KeptMessage {
  readonly key: string;
  /** Whom it is to, its subject, and its text, as plain text. */
  readonly text: string;
  /** Whether there is a mail as it would have been sent, beside its text. */
  readonly isMail: boolean;
}

const recipientKey = (text: string): string => headerText(text).toLowerCase();
const KEY = /^[0-9a-f-]{36}$/;
const KEEP_MS = 30 * 86_400_000;

/**
 * Sends nothing: puts mails and texts into a folder, where the clinic's desk shows them. For as long as there is no
 * mail server. Like any mailbox it holds names and addresses; what is older than 30 days is removed.
 */
export class OutboxFolder implements MailTransport, SmsTransport {
  readonly #directory: string;
  readonly #compose = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(directory: string) {
    this.#directory = directory;
  }

  async send(message: OutgoingMail | OutgoingText): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    if ('phone' in message) {
      await this.#write(`${message.sendKey}.txt`, `To: ${headerText(message.phone)}\n\n${message.text}\n`);
      return;
    }
    const { to, subject, text, sendKey } = message;
    const { message: composed } = await this.#compose.sendMail(messageOptions(message));
    await this.#write(`${sendKey}.eml`, composed as Buffer);
    const head = [`To: ${headerText(to.name)} <${headerText(to.address)}>`, `Subject: ${headerText(subject)}`];
    await this.#write(`${sendKey}.txt`, `${head.join('\n')}\n\n${text}\n`);
  }

  /** The keys of what is there. */
  async keys(): Promise<ReadonlySet<string>> {
    return new Set((await this.#files('.txt')).map((name) => name.slice(0, -'.txt'.length)));
  }

  /** A message that was put here; `undefined` when there is none. */
  async read(key: string): Promise<KeptMessage | undefined> {
    if (!KEY.test(key)) return undefined;
    const text = await readFile(join(this.#directory, `${key}.txt`), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    return { key, text, isMail: (await this.readMail(key)) !== undefined };
  }

  /** A mail as it would have been sent. */
  async readMail(key: string): Promise<Buffer | undefined> {
    if (!KEY.test(key)) return undefined;
    return readFile(join(this.#directory, `${key}.eml`)).catch(() => undefined);
  }

  /**
   * Removes all that went to somebody.
   * @param recipients addresses and phone numbers, as they were given
   * @returns how many messages that were
   */
  async forget(recipients: readonly string[]): Promise<number> {
    const wanted = new Set(recipients.map(recipientKey));
    let removed = 0;
    for (const key of await this.keys()) {
      const [to = ''] = (await this.read(key))?.text.split('\n', 1) ?? [];
      const address = /<([^<>]*)>$/.exec(to)?.[1] ?? to.slice('To: '.length);
      if (!wanted.has(recipientKey(address))) continue;
      for (const ending of ['txt', 'eml']) await rm(join(this.#directory, `${key}.${ending}`), { force: true });
      removed += 1;
    }
    return removed;
  }

  /** Removes what is old. @param now milliseconds since 1970 */
  async tidy(now: number): Promise<void> {
    for (const name of await this.#files('')) {
      const file = join(this.#directory, name);
      const found = await stat(file).catch(() => undefined);
      if (found && found.mtimeMs < now - KEEP_MS) await rm(file, { force: true });
    }
  }

  async close(): Promise<void> {}

  async #files(ending: string): Promise<string[]> {
    const names = await readdir(this.#directory).catch(() => []);
    return names.filter((name) => name.endsWith(ending));
  }

  /** A reader finds a file whole or not at all, whatever happens to this process. */
  async #write(name: string, content: string | Buffer): Promise<void> {
    const file = join(this.#directory, name);
    const handle = await open(`${file}.draft`, 'w', 0o600);
    try {
      await handle.writeFile(content);
    } finally {
      await handle.close();
    }
    await rename(`${file}.draft`, file);
  }
}
