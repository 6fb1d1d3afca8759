/** Every file that tells tools of the elements, by its name in `dist`. */
export function elementDataFiles(): Readonly<Record<string, string>>;
