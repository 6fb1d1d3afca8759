const warned = new Set<string>();

/** Tells the page's developer, once for each thing, by a code that can be looked up. */
export function warn(code: string, message: string): void {
  const text = `[smp-widgets] ${code}: ${message}`;
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}
