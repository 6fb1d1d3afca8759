import { executeServerCommand } from '@web/test-runner-commands';
import { until } from './until.js';

/** The reference backend that pages of all tests share, in a process of its own. */
export const clinicServer = {
  /** Its address. It is started where it does not run yet. */
  async url(): Promise<string> {
    const { url } = await executeServerCommand<{ url?: string }, { origin: string }>('smp-clinic-server', {
      origin: location.origin,
    });
    return url ?? clinicServer.url();
  },

  /** Ends it: what looks for messages to send does so as long as it runs. Whoever asks for its address starts it anew. */
  async end(): Promise<void> {
    await executeServerCommand('smp-clinic-end', {});
  },

  /** Puts its clock on, by milliseconds from now. */
  async putOn(ahead: number): Promise<void> {
    await executeServerCommand('smp-clinic-clock', { ahead });
  },

  /** The clinic says yes to whatever was asked for. Tells to how many. */
  async confirmAll(): Promise<number> {
    return (await executeServerCommand<{ count: number }, object>('smp-clinic-confirm', {})).count;
  },

  /** Texts of all messages that have been sent, the oldest first. */
  async messages(): Promise<string[]> {
    return (await executeServerCommand<{ texts: string[] }, object>('smp-clinic-messages', {})).texts;
  },

  /** Waits for a message to somebody that was not there before, and gives its text. */
  async message(to: string, what: RegExp, known: readonly string[]): Promise<string> {
    let found: string | undefined;
    let asking = false;
    await until(`a message to ${to} like ${String(what)}`, () => {
      if (!asking && found === undefined) {
        asking = true;
        void clinicServer.messages().then((texts) => {
          found = texts.find((text) => text.includes(`<${to}>`) && what.test(text) && !known.includes(text));
          asking = false;
        });
      }
      return found;
    });
    return found ?? '';
  },
};
