import * as z from 'zod/mini';
import { Attribution } from '../domain/attribution.js';
import { TouchUpConsent, TouchUpRequest } from '../domain/care/touch-up-request.js';
import { ClinicPolicies } from '../domain/clinic.js';
import { Answers } from '../domain/consultation/answer.js';
import { QuestionId } from '../domain/consultation/code.js';
import { ConsentRecord, ConsentRequest } from '../domain/consultation/consent.js';
import { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import { BookingProof } from '../domain/consultation/consultation.js';
import { ScreeningOutcome } from '../domain/consultation/screening.js';
import { Contact } from '../domain/contact.js';
import { HairlineDesign } from '../domain/design/hairline-design-schema.js';
import { HoldProof, HoldRequest } from '../domain/hold.js';
import { Location } from '../domain/location.js';
import { Practitioner } from '../domain/practitioner.js';
import { Problem } from '../domain/problem.js';
import { Price, Service } from '../domain/service.js';
import { Slot } from '../domain/slot.js';
import { Instant, PlainDate } from '../domain/time/instant.js';
import { WaitlistRequest } from '../domain/waitlist.js';
import { WholeNumber } from '../domain/whole-number.js';
import {
  BookingAnswer,
  ClinicAnswer,
  ConsultationAnswer,
  CourseAnswer,
  HealthAnswer,
  HoldAnswer,
  ManagedBookingAnswer,
  PhotoAnswer,
  SlotPageAnswer,
  TouchUpAnswer,
  TouchUpPlanAnswer,
  WaitlistAnswer,
} from './answers.js';
import { BookingBody, ConsultationBody, CourseBody } from './drafts.js';
import { ManageBody } from './management-routes.js';
import type { Route } from './route.js';
import { HoldToken, ROUTES } from './routes.js';
import { TouchUpBody } from './touch-up-routes.js';

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

/** What clients send: strict, so unknown fields are forbidden. */
const SENT = {
  Attribution,
  BookingDraft: BookingBody,
  BookingProof,
  ConsentRecord,
  ConsultationDraft: ConsultationBody,
  CourseDraft: CourseBody,
  ConsultationProof,
  Contact,
  HairlineDesign,
  HoldProof,
  HoldRequest,
  HoldToken,
  ManageChange: ManageBody,
  ScreeningOutcome,
  TouchUpChange: TouchUpBody,
  TouchUpConsent,
  TouchUpRequest,
  WaitlistRequest,
};

/** What servers answer: lenient, so a server may say more than a client knows. */
const ANSWERED = {
  Booking: BookingAnswer,
  Clinic: ClinicAnswer,
  ClinicPolicies,
  ConsentRequest,
  Consultation: ConsultationAnswer,
  Course: CourseAnswer,
  Health: HealthAnswer,
  Hold: HoldAnswer,
  Location,
  ManagedBooking: ManagedBookingAnswer,
  Photo: PhotoAnswer,
  Practitioner,
  Price,
  Problem,
  Service,
  Slot,
  SlotPage: SlotPageAnswer,
  TouchUpEntry: TouchUpAnswer,
  TouchUpPlan: TouchUpPlanAnswer,
  WaitlistEntry: WaitlistAnswer,
};

const REFUSALS: Readonly<Record<number, string>> = {
  400: 'Not JSON, or the Idempotency-Key is missing or malformed',
  401: 'The token is missing or wrong: `unauthorized`',
  403: 'The bot check was not passed: `unauthorized`',
  404: 'There is no such service, practitioner, location, time, booking or consultation: `not-found`',
  408: 'The body did not arrive in time',
  409: 'The time is taken (`slot-taken`, with `alternatives`), or this key is being worked on (`key-in-progress`)',
  410: 'The hold has run out: `hold-expired`; or what is to be changed is cancelled, stopped, past or too near: `not-found`',
  412: 'What is to be changed was changed in the meantime: `version-conflict`. Read it again',
  413: 'The body has more than 64 KiB, a photo more than 15 MiB',
  415: 'The body has the wrong media type',
  422: 'A field is wrong (`validation`, with `errors`), or the key came with other content before (`key-reused`)',
  428: 'If-Match is missing',
  429: 'Too many requests: wait `retryAfterMs`',
  500: 'Something went wrong: `unknown`',
  501: 'The backend can’t do this: `not-supported`',
  502: 'The backend behind the server gave an answer that can’t be understood: `invalid-response`',
  503: 'The backend can’t be reached or is late: send the same request with the same key again',
};

/** Which token a call with a capability of this kind proves itself with. */
const TOKENS: Readonly<Record<string, string>> = {
  holds: 'holdToken',
  management: 'manageToken',
  touchUps: 'touchUpToken',
};

/** A file, as it is. */
const BYTES: JsonObject = { type: 'string', format: 'binary' };

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** Checked by rules that a JSON Schema says with a word. */
const FORMATS = new Map<z.core.$ZodType, string>([
  [PlainDate, 'date'],
  [Instant, 'date-time'],
]);
const [whole]: readonly unknown[] = WholeNumber._zod.def.checks ?? [];
const override: NonNullable<z.core.JSONSchemaGeneratorParams['override']> = ({ zodSchema, jsonSchema }) => {
  const format = FORMATS.get(zodSchema);
  if (format) jsonSchema.format = format;
  const checks: readonly unknown[] = zodSchema._zod.def.checks ?? [];
  if (checks.includes(whole)) {
    jsonSchema.type = 'integer';
    jsonSchema.maximum ??= Number.MAX_SAFE_INTEGER;
  }
  if (zodSchema === Answers) {
    delete jsonSchema.properties;
    const { type, pattern } = z.toJSONSchema(QuestionId);
    jsonSchema.propertyNames = { type, pattern } as typeof jsonSchema;
  }
  if (jsonSchema.const === null) delete jsonSchema.const;
};

function schemasOf(named: Readonly<Record<string, z.core.$ZodType>>, io: 'input' | 'output'): JsonObject {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, override, uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => {
      // Both are the document's to say, not each schema's.
      delete schema.$schema;
      delete schema.$id;
      return [name, plain(schema)];
    }),
  );
}

function nameOf(schema: z.core.$ZodType, named: Readonly<Record<string, z.core.$ZodType>>): string {
  const name = Object.entries(named).find(([, candidate]) => candidate === schema)?.[0];
  if (!name) throw new TypeError('A schema of the route table is not named in the document.');
  return name;
}

function parameters(schema: z.core.$ZodType, where: 'path' | 'query'): JsonObject[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', override });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: required.includes(name),
    schema: plain(property),
  }));
}

function parametersOf(route: Route): JsonObject[] {
  const named = [route.key && 'IdempotencyKey', route.versioned && 'IfMatch'].filter((name) => name !== false);
  const headers: JsonObject[] = named.map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...headers];
}

function refusalsOf(route: Route): JsonObject {
  const statuses = new Set([...route.refusals, 422, 429, 500, 502, 503]);
  if (route.body || route.raw) [400, 408, 413, 415].forEach((status) => statuses.add(status));
  if (route.key) statuses.add(409);
  if (route.botCheck) statuses.add(403);
  if (route.needs) statuses.add(501);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  );
}

function successOf(route: Route): JsonObject {
  const schema = route.answer && ref(nameOf(route.answer, ANSWERED));
  const isVersioned = ROUTES.some(({ path, versioned }) => versioned && path === route.path);
  const etag =
    route.id === 'getClinic' || (isVersioned && route.bearer && route.answer)
      ? { headers: { ETag: { schema: { type: 'string' } } } }
      : {};
  return {
    description: route.summary,
    ...etag,
    ...(schema && { content: { 'application/json': { schema } } }),
  };
}

function operation(route: Route): JsonObject {
  const schema = route.raw ? BYTES : route.body && ref(nameOf(route.body, SENT));
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.needs && { description: `Only where the clinic’s \`capabilities.${route.needs}\` is true.` }),
    ...(route.bearer && { security: [{ [TOKENS[route.needs ?? ''] ?? 'consultationToken']: [] }] }),
    parameters: parametersOf(route),
    ...(schema && {
      requestBody: {
        required: true,
        content: Object.fromEntries(route.mediaTypes.map((type) => [type, { schema }])),
      },
    }),
    responses: {
      [route.status]: successOf(route),
      ...(route.id === 'getClinic' && { 304: { description: 'The clinic is as the ETag says' } }),
      ...refusalsOf(route),
      ...(route.id === 'getHealth' && { 503: { ...successOf(route), description: 'The backend can’t be reached' } }),
    },
  };
}

function paths(): JsonObject {
  const all: Record<string, JsonObject> = {};
  for (const route of ROUTES) all[route.path] = { ...all[route.path], [route.method.toLowerCase()]: operation(route) };
  return all;
}

/** The wire protocol as an OpenAPI 3.1 document, made from the route table and the domain's schemas. */
export function openApiDocument(): JsonObject {
  const content = { 'application/problem+json': { schema: ref('Problem') } };
  return {
    openapi: '3.1.0',
    info: {
      title: 'smp-widgets scheduling API',
      version: '1',
      description:
        'What the widgets ask of a scheduling backend. A client ignores fields it does not know; the server refuses them. ' +
        'An Idempotency-Key names one operation: the same key with the same body has one effect, and the same answer, for 24 hours.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'Wherever the handler is mounted' }],
    paths: paths(),
    components: {
      schemas: { ...schemasOf(SENT, 'output'), ...schemasOf(ANSWERED, 'input') },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Made once for an operation and kept through all its retries. May stand in double quotes.',
          schema: { type: 'string', pattern: '^(?:[A-Za-z0-9_-]{16,64}|"[A-Za-z0-9_-]{16,64}")$' },
        },
        IfMatch: {
          name: 'If-Match',
          in: 'header',
          required: true,
          description: 'The ETag of what is to be changed, as it was read.',
          schema: { type: 'string', pattern: '^(?:W/)?"[1-9][0-9]{0,8}"$' },
        },
      },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [status, { description, content }]),
      ),
      securitySchemes: {
        holdToken: { type: 'http', scheme: 'bearer', description: 'The `holdToken` of the hold' },
        manageToken: { type: 'http', scheme: 'bearer', description: 'The `manageToken` of the booking' },
        touchUpToken: { type: 'http', scheme: 'bearer', description: 'The token in the link of a touch-up reminder' },
        consultationToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'The `consultationToken` of the consultation',
        },
      },
    },
  };
}
