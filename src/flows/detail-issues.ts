import type { Clinic } from '../domain/clinic.js';
import { Contact } from '../domain/contact.js';
import { MAX_NOTE } from '../domain/note.js';
import { plainDigits } from '../domain/plain-digits.js';
import { asksTexts } from './asks-texts.js';
import type { AskedConsent, BookingDetails, BookingIssue, DetailField } from './booking-state.js';

/** What is to be put right in the details, in the order of the fields. */
export function detailIssues(
  details: BookingDetails,
  clinic: Clinic,
  consents: readonly AskedConsent[],
): BookingIssue[] {
  const issues: BookingIssue[] = [];
  const phone = clinic.policies?.phone ?? 'optional';
  check(issues, 'name', details.name, Contact.shape.name, true);
  check(issues, 'email', details.email, Contact.shape.email, true);
  // Who agrees to text messages says where they go.
  const texts = asksTexts(details, consents);
  if (phone !== 'none')
    check(issues, 'phone', plainDigits(details.phone), Contact.shape.phone, texts || phone === 'required');
  if (details.note.trim().length > MAX_NOTE) issues.push({ field: 'note', code: 'too-long' });
  for (const { purpose, required, at } of consents) {
    if (required && !(at ?? details.consents[purpose])) issues.push({ field: purpose, code: 'unconfirmed' });
  }
  return issues;
}

interface Shape {
  safeParse(value: unknown): { readonly success: boolean };
}

function check(issues: BookingIssue[], field: DetailField, value: string, shape: Shape, required: boolean): void {
  const text = value.trim();
  if (text === '') {
    if (required) issues.push({ field, code: 'missing' });
  } else if (!shape.safeParse(text).success) issues.push({ field, code: 'invalid' });
}
