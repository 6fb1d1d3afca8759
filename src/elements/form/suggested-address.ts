/** Mail providers most people are with, and slips of the finger on the way to them. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:g(?:mai|mial|amil|mal|nail|mil|maill)\.com?|gmail\.(?:con|cm|om|cmo))$/, 'gmail.com'],
  [/^(?:ho(?:tmial|tmal|tmai|mtail|tail|tmil)\.com?|homtail\.com|hotmail\.(?:con|cm|om))$/, 'hotmail.com'],
  [/^(?:outl?o?k\.com|outlok\.com|outlook\.(?:con|cm|om))$/, 'outlook.com'],
  [/^(?:yaho|yhaoo|yahooo)\.com$|^yahoo\.(?:con|cm|om)$/, 'yahoo.com'],
  [/^(?:iclou|icoud|iclod)\.com$|^icloud\.(?:con|cm|om)$/, 'icloud.com'],
];

/** The address that was probably meant. Only ever offered: the one that was typed may be right. */
export function suggestedAddress(typed: string): string | undefined {
  const [name, domain = ''] = typed.trim().split('@');
  const meant = SLIPS.find(([slip]) => slip.test(domain.toLowerCase()))?.[1];
  return name && meant ? `${name}@${meant}` : undefined;
}
