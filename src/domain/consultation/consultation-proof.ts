import * as z from 'zod/mini';
import { Id } from '../text.js';

/** Names a consultation and proves that it is the visitor's own. */
export const ConsultationProof = z.object({
  consultationId: Id,
  consultationToken: z.string().check(z.minLength(16), z.maxLength(1024)),
});
export type ConsultationProof = z.infer<typeof ConsultationProof>;
