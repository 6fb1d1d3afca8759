import type { noChange, nothing, TemplateResult } from 'lit';

/** Anything a template may be. */
export type Part = TemplateResult | typeof nothing | typeof noChange;
