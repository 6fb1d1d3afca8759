/**
 * An address with most of it hidden, for a page whose link may have been forwarded: `r•••@example.org`, `••• 42`. Always
 * as many dots, so that they tell nothing of the length.
 */
export function contactHint({
  email,
  phone,
}: {
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}): string {
  const at = email?.lastIndexOf('@') ?? -1;
  const mail =
    email !== undefined && at > 0 ? `${String.fromCodePoint(email.codePointAt(0) ?? 0)}•••${email.slice(at)}` : '';
  const digits = phone?.replace(/\D/g, '') ?? '';
  const call = digits.length > 4 ? `••• ${digits.slice(-2)}` : '';
  return [mail, call].filter(Boolean).join(', ') || '•••';
}
