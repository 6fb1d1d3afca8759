import type { Log } from './log.js';
import { MessageFailure, type SmsTransport } from './mail-transport.js';

/**
 * Sends nothing, and says so: notes in the log that a text message would have gone out, by its key, without its number or
 * its words. For as long as there is a mail server and no service for texts.
 */
export const logTransport = (log: Log): SmsTransport => ({
  async send({ sendKey }) {
    log('warn', 'sms.not-sent', { record: sendKey });
    throw new MessageFailure('refused', 'no-sms');
  },
});
