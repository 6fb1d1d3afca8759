import type { SmpIssue } from '../errors.js';
import { HairlineDesign } from './hairline-design-schema.js';

/**
 * What is wrong with the design of a request, each with its place below `/design`; none where no design was sent. For
 * adapters whose backend does not check it.
 */
export function designIssues({ design }: { readonly design?: unknown }): SmpIssue[] {
  if (design === undefined) return [];
  const { error } = HairlineDesign.safeParse(design);
  return (error?.issues ?? []).map(({ path }) => ({ pointer: ['/design', ...path].join('/'), code: 'invalid' }));
}
