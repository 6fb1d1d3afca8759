/** Most columns of a line, as mail and terminals show them whole. */
const COLUMNS = 80;

/**
 * The text on one line, with nothing in it that could forge a line, a header or a direction: control characters, line
 * breaks and marks of direction are gone. Joiners stay, as some scripts are misspelt without them.
 */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Columns of a text. Any sign from Hangul on may be two wide. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign >= '\u1100' ? 2 : 1;
  return width;
}

/** Breaks a line where it has blanks, or anywhere if it must. Further lines are indented, so that none looks like a new one. */
export function wrapped(line: string, indent = '    '): string {
  const lines: string[] = [];
  let current = '';
  const lay = (text: string) => {
    if (current.trim() !== '') lines.push(current.trimEnd());
    current = indent + text;
  };
  const lead = /^ */.exec(line)?.[0] ?? '';
  for (const [index, word] of line.slice(lead.length).split(' ').entries()) {
    const next = index === 0 ? lead + word : `${current} ${word}`;
    if (widthOf(next) <= COLUMNS) {
      current = next;
      continue;
    }
    if (index > 0) lay('');
    else current = lead;
    for (const sign of word) {
      if (widthOf(current + sign) > COLUMNS) lay('');
      current += sign;
    }
  }
  if (current.trim() !== '') lines.push(current.trimEnd());
  return lines.join('\n');
}
