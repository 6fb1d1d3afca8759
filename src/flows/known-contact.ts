import type { ContactField } from './consultation-state.js';

/** Contact details as far as they are known from elsewhere. */
export type KnownContact = { readonly [Field in ContactField]?: string | undefined };

/**
 * The contact details as they stand, with what is known from elsewhere where nothing stands; but what was known `before`
 * already is not there because the visitor has taken it out.
 */
export function filledIn(
  contact: Readonly<Record<ContactField, string>>,
  known: KnownContact = {},
  before: KnownContact = {},
): Record<ContactField, string> {
  const fill = (field: ContactField) => contact[field] || (known[field] === before[field] ? '' : (known[field] ?? ''));
  return { name: fill('name'), email: fill('email'), phone: fill('phone') };
}
