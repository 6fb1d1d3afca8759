/** Longest note of a booking, in UTF-16 units. */
export const MAX_NOTE = 1000;

/** Ends a text of which lines were left out. */
export const MORE_SAID = 'More was said than fits here: please ask.';

/** A text in at most `max` UTF-16 units, which hold at least `more`: lines that do not fit are left out, and `more` says so. */
export function cutAtLines(text: string, max: number, more = MORE_SAID): string {
  if (text.length <= max) return text;
  const room = text.slice(0, max - more.length);
  return room.slice(0, room.lastIndexOf('\n') + 1) + more;
}

/** A visitor's own note, whole, and under it as much as fits of what they said elsewhere. */
export function noteWith(own: string, said = ''): string {
  const note = own.trim();
  const above = note && `${note}\n\n`;
  const room = MAX_NOTE - above.length;
  return said && room >= MORE_SAID.length ? above + cutAtLines(said, room) : note;
}
