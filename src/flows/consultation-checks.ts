// What a consultation is checked and sent by, loaded while the first questions are read.
export { detailIssues } from './detail-issues.js';
export { ConsultationMemory } from '../domain/consultation/consultation-memory.js';
export { deletePhoto, eraseConsultation, submitConsultation, uploadPhoto } from '../scheduling/consultations.js';
