export const ROOT: string;
export function filesBelow(folder: string): string[];
export function elementNames(): string[];
export function publicEntries(): Record<string, string>;
