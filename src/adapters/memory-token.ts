/** Are these the same token? Takes as long for a nearly right one as for a wrong one, so that nobody can feel their way. */
export function isSameToken(own: string, sent: string): boolean {
  let difference = own.length ^ sent.length;
  for (let index = 0; index < own.length; index += 1) difference |= own.charCodeAt(index) ^ sent.charCodeAt(index);
  return difference === 0;
}
