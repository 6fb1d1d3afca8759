/** One app for each framework, by the name of its folder. */
export const APPS: readonly ('react' | 'vue' | 'svelte' | 'angular')[];
/** Builds apps into the `dist` of each, one after the other. */
export function buildApps(names?: readonly string[]): Promise<void>;
