import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';

declare const axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };

/** Has axe look at a part of the page. */
export const run = (context: Element, options: RunOptions): Promise<AxeResults> => axe.run(context, options);
