const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The address when it is safe to link to or fetch from, else undefined. Safe are `https:`, `mailto:`, `tel:`, and
 * `http:` on this very machine; relative addresses when `base` is one of those. Refused are all other schemes
 * (`javascript:`, `data:`, `blob:` …), addresses with a name or password in them, control characters and backslashes,
 * which engines read differently from people, and no address at all, which engines take for the base.
 * @param base absolute address that a relative one is read against
 * @returns the address in its normal form
 */
export function safeUrl(text: string, base?: string): string | undefined {
  if (!text.trim() || /[\p{Cc}\p{Bidi_C}\\]/u.test(text)) return undefined;
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return undefined;
  }
  const { protocol, hostname } = url;
  const safe =
    protocol === 'https:' ||
    protocol === 'mailto:' ||
    protocol === 'tel:' ||
    (protocol === 'http:' && LOOPBACK.includes(hostname));
  return safe && !url.username && !url.password ? url.href : undefined;
}
