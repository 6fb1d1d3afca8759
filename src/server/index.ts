export * from './adapter-kit.js';
export type { BotPasses } from './bot-check.js';
export type { AllowedOrigins } from './cors.js';
export { createHandler } from './handler.js';
export type { BotCheckInfo, HandledRequest, Handler, HandlerOptions, LogEntry } from './handler-options.js';
export { Problem, ProblemIssue } from '../domain/problem.js';
export type { ProblemCode } from '../domain/problem.js';
