import * as z from 'zod/mini';
import type { HairlineDesign } from './hairline-design.js';

const isFlat = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((part) => typeof part === 'string' || typeof part === 'number');

/**
 * A design on its way to a backend: can it be sent at all? Few visitors send one, so pages load no more than this;
 * whoever lets it in looks closely, with the schema `HairlineDesign` or with `designIssues`.
 */
export const SentDesign = z.custom<HairlineDesign>(isFlat);
export type SentDesign = HairlineDesign;
