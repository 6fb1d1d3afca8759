export const SHELL: string;
export function findChromium(): string | undefined;
/** @throws Error where there is none */
export function chromiumPath(): string;
