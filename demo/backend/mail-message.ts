import type { SendMailOptions } from 'nodemailer';
import { MessageFailure, type Mailbox, type OutgoingMail } from './mail-transport.js';

/** Text for one line of a header: nothing that ends a line, hides, or turns the writing round. */
export function headerText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_C}]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

/** Anything else could be read as a list, a group, a comment or a quotation, and the mail would go to somebody else. */
const PLAIN_ADDRESS = /^[^\p{Cc}\p{Z}@<>()[\]\\,;:"]+@[^\p{Cc}\p{Z}@<>()[\]\\,;:"]+$/u;

/** A mailbox as an object, since text would be read as a list. */
function mailbox({ name, address }: Mailbox): Mailbox {
  if (!PLAIN_ADDRESS.test(address)) throw new MessageFailure('refused', 'address');
  return { name: headerText(name), address };
}

/**
 * What nodemailer is told of a mail. It reads no files and fetches nothing.
 * @throws {MessageFailure} for an address that could be read in another way
 */
export function messageOptions(mail: OutgoingMail): SendMailOptions {
  const from = mailbox(mail.from);
  const to = mailbox(mail.to);
  const host = from.address.split('@').at(-1) || 'localhost';
  return {
    from,
    to,
    envelope: { from: from.address, to: [to.address] },
    ...(mail.replyTo && { replyTo: mailbox(mail.replyTo) }),
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    ...(mail.calendar !== undefined && {
      attachments: [
        {
          filename: 'appointment.ics',
          content: mail.calendar,
          contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
        },
      ],
    }),
    messageId: `<${mail.sendKey}@${host}>`,
    headers: {
      'X-Send-Key': mail.sendKey,
      'Content-Language': headerText(mail.language),
      // Sent by a program: nobody's “I'm away” has to answer it.
      'Auto-Submitted': 'auto-generated',
      ...(mail.stopUrl !== undefined && {
        'List-Unsubscribe': { prepared: true, value: `<${mail.stopUrl}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
