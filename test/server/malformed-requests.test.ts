import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_DESIGN } from '../../src/domain/design/hairline-design.js';
import { Problem } from '../../src/domain/problem.js';
import { createHandler } from '../../src/server/index.js';
import { KEY, requestOf } from './desk-client.js';
import { CONSULTATION_DRAFT, DRAFT, SLOT, stubAdapter } from './stub-adapter.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 2_000);
const PROOF = { holdId: 'h', holdToken: 't' };
const WRITES: readonly (readonly [path: string, body: object])[] = [
  ['/v1/holds', { service: 'consult', slotId: SLOT.id, replaces: PROOF }],
  ['/v1/holds/h/extend', { holdToken: 't' }],
  ['/v1/holds/h/release', { holdToken: 't' }],
  [
    '/v1/bookings',
    {
      ...DRAFT,
      hold: PROOF,
      design: DEFAULT_DESIGN,
      note: 'note',
      locale: 'en-GB',
      attribution: { utm_source: 'x', landingPath: '/' },
    },
  ],
  [
    '/v1/waitlist',
    {
      service: 'consult',
      practitioner: 'ana',
      location: 'soho',
      from: '2026-12-01',
      to: '2026-12-31',
      contact: DRAFT.contact,
      consents: DRAFT.consents,
      note: 'note',
    },
  ],
  [
    '/v1/consultations',
    {
      ...CONSULTATION_DRAFT,
      outcome: {
        findings: [{ flag: 'sunburn', effects: ['defer', 'inform'], until: '2026-12-24' }],
        consultation: true,
        treatment: 'request',
        earliestTreatment: '2026-12-24',
        patchTestHours: 48,
      },
      booking: { bookingId: 'b', manageToken: 't' },
      design: DEFAULT_DESIGN,
      attribution: { utm_source: 'x' },
      locale: 'en-GB',
    },
  ],
];

type Path = readonly string[];

function fields(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const inside = Object.entries(value as Record<string, unknown>).flatMap(([key, entry]) =>
    fields(entry, [...path, key]),
  );
  return path.length > 0 ? [path, ...inside] : inside;
}

/** A copy in which the field at `path` is what `change` makes of it; undefined takes it out. */
function changed(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([name, entry]) => {
    const made = name === key ? changed(entry, rest, change) : entry;
    return made === undefined ? [] : [[name, made] as const];
  });
  return Array.isArray(value) ? entries.map(([, entry]) => entry) : Object.fromEntries(entries);
}

/** What is in here has names and kinds that the clinic gives: no schema knows what is wrong with it. */
const isOpen = ([first]: Path): boolean => first === 'answers';

const pointerOf = (path: Path): string => path.map((key) => `/${key}`).join('');

/** Names that objects inherit or that mean something to JavaScript. */
const HOSTILE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  '',
  '/',
];

/** Nothing of these is what any field of any request may be. */
const WRONG: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, '\0', '\ud800', '\u0007', 'x'.repeat(2001), { 'a b': 1 }, [[]], [null], -1, 1e308),
  // Between these some number of a design may be right.
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => number <= -1 || number > 100_000),
  fc.array(fc.integer(), { minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 20 }).map((text) => `\0${text}`),
  fc.dictionary(fc.constantFrom(...HOSTILE_NAMES), fc.jsonValue(), { minKeys: 1 }),
);

/** Answers, and fails unless it is a well-formed 4xx that names what is wrong. */
async function refusal(request: Request): Promise<Problem> {
  const adapter = stubAdapter();
  const response = await createHandler(adapter)(request);
  const text = await response.text();
  assert.ok(response.status >= 400 && response.status < 500, `${response.status} ${text}`);
  const problem = Problem.parse(JSON.parse(text));
  assert.ok(problem.errors && problem.errors.length > 0, `no field is named: ${text}`);
  assert.deepEqual(adapter.calls, []);
  assert.deepEqual(Object.keys(Object.prototype), []);
  return problem;
}

describe('malformed requests', () => {
  it(`names a field that is wrong or missing (${RUNS} requests)`, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...WRITES).chain(([path, body]) =>
        fc.record({
          path: fc.constant(path),
          body: fc.constant(body),
          field: fc.constantFrom(...fields(body).filter((field) => !isOpen(field) || field.length === 1)),
        }),
      ),
      WRONG,
      async ({ path, body, field }, wrong) => {
        const problem = await refusal(requestOf('POST', path, { body: changed(body, field, () => wrong) }));
        assert.equal(problem.status, 422);
        const pointers = (problem.errors ?? []).map(({ pointer }) => pointer);
        assert.ok(
          pointers.every((pointer) => `${pointer}/`.startsWith(`${pointerOf(field)}/`)),
          `${pointerOf(field)}: ${pointers.join()}`,
        );
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  });

  it('names each required field that is left out', async () => {
    const required: string[] = [];
    for (const [path, body] of WRITES) {
      for (const field of fields(body)) {
        const handler = createHandler(stubAdapter());
        const response = await handler(requestOf('POST', path, { body: changed(body, field, () => undefined) }));
        if (response.ok) continue;
        const { errors } = Problem.parse(await response.json());
        assert.deepEqual(errors, [{ pointer: pointerOf(field), code: 'required' }]);
        required.push(`${path.slice(4)}${pointerOf(field)}`);
      }
    }
    const person = ['/contact', '/contact/name', '/contact/email'];
    const consent = ['', '/0/purpose', '/0/granted', '/0/version', '/0/at'].map((end) => `/consents${end}`);
    const design = Object.keys(DEFAULT_DESIGN).map((name) => `/design/${name}`);
    const below = (path: string, pointers: readonly string[]) => pointers.map((pointer) => path + pointer);
    assert.deepEqual(required, [
      ...below('holds', ['/service', '/slotId', '/replaces/holdId', '/replaces/holdToken']),
      'holds/h/extend/holdToken',
      'holds/h/release/holdToken',
      ...below('bookings', [
        '/service',
        '/slotId',
        ...person,
        ...consent,
        '/hold/holdId',
        '/hold/holdToken',
        ...design,
      ]),
      ...below('waitlist', ['/service', ...person, ...consent]),
      ...below('consultations', ['/questionnaire', '/questionnaire/id', '/questionnaire/version', '/answers']),
      ...below('consultations', ['/outcome', '/outcome/findings', '/outcome/findings/0/flag']),
      ...below('consultations', ['/outcome/findings/0/effects', '/outcome/consultation', '/outcome/treatment']),
      ...below('consultations', [...person, ...consent, '/booking/bookingId', '/booking/manageToken', ...design]),
    ]);
  });

  it(`names a field that nobody knows, at any depth (${RUNS / 2} requests)`, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...WRITES),
      fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ minLength: 1, maxLength: 30 })),
      fc.jsonValue({ maxDepth: 3 }),
      fc.nat(),
      async ([path, body], name, value, where) => {
        const objects = [[], ...fields(body)].filter((field) => {
          if (isOpen(field)) return false;
          let node: unknown = body;
          for (const key of field) node = (node as Record<string, unknown>)[key];
          return typeof node === 'object' && !Array.isArray(node);
        });
        const into = objects[where % objects.length] ?? [];
        const extra = `${JSON.stringify(`x${name}`.startsWith('x__') ? name : `x${name}`)}:${JSON.stringify(value)}`;
        const text = JSON.stringify(changed(body, into, (old) => ({ '@@': 1, ...(old as object) })));
        const sent = text.replace('"@@":1', () => extra);
        const problem = await refusal(
          requestOf('POST', path, {
            body: sent,
            headers: { 'content-type': 'application/json', 'idempotency-key': KEY },
          }),
        );
        assert.equal(problem.status, 422);
        for (const { pointer } of problem.errors ?? []) assert.ok(pointer.startsWith(pointerOf(into)), pointer);
      },
    );
    await fc.assert(property, { numRuns: RUNS / 2 });
  });

  it(`refuses bytes that are no request (${RUNS} requests)`, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...WRITES.map(([path]) => path)),
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.jsonValue().map((value) => JSON.stringify(value)),
        fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify({ service: 's', value })),
        fc
          .tuple(fc.constantFrom(...WRITES), fc.nat(400))
          .map(([[, body], length]) =>
            JSON.stringify(body).slice(0, Math.min(length, JSON.stringify(body).length - 1)),
          ),
        fc.nat(3000).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
        fc.nat(3000).map((depth) => '{"a":'.repeat(depth)),
      ),
      async (path, body) => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': KEY };
        await refusal(requestOf('POST', path, { body, headers }));
      },
    );
    await fc.assert(property, { numRuns: RUNS });
  });

  it(`refuses queries that are none (${RUNS / 2} requests)`, async () => {
    const notId = fc.oneof(
      fc.constantFrom('', ' ', '\0', 'a b', 'é', 'x'.repeat(129), '\ud800'),
      fc.string({ unit: 'binary', maxLength: 10 }).map((text) => `${text} `),
    );
    const notDate = fc.oneof(
      notId,
      fc.constantFrom('2026-13-01', '2026-02-29', '26-01-01', '2026-01-01T00:00', 'today'),
    );
    const wrong = fc.oneof(
      fc.tuple(fc.constantFrom('service', 'practitioner', 'location'), notId),
      fc.tuple(fc.constantFrom('from', 'to'), notDate),
      fc.tuple(fc.constant('cursor'), fc.constantFrom('', 'x'.repeat(513), '\0')),
      fc.tuple(fc.constantFrom(...HOSTILE_NAMES), fc.string()),
      fc.tuple(
        fc.string({ minLength: 1, maxLength: 10 }).map((name) => `x-${name}`),
        fc.string(),
      ),
    );
    const property = fc.asyncProperty(wrong, async ([name, value]) => {
      const search = new URLSearchParams({ ...(name !== 'service' && { service: 'consult' }) });
      search.append(name, value);
      const problem = await refusal(requestOf('GET', `/v1/slots?${search}`));
      assert.equal(problem.status, 422);
      const pointer = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      assert.deepEqual(
        problem.errors?.map((issue) => issue.pointer),
        [pointer],
      );
    });
    await fc.assert(property, { numRuns: RUNS / 2 });
  });

  it(`never fails on any method, address and headers (${RUNS / 2} requests)`, async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'v1',
        'holds',
        'bookings',
        'consultations',
        'photos',
        'front',
        'clinic',
        'slots',
        'extend',
        'release',
        '..',
        '.',
        '%00',
        '%ff',
        '',
        '%2f',
      ),
      fc.webFragments(),
    );
    const property = fc.asyncProperty(
      fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
      fc.array(part, { maxLength: 6 }),
      fc.webQueryParameters(),
      fc.dictionary(
        fc.constantFrom(
          'idempotency-key',
          'content-type',
          'content-encoding',
          'authorization',
          'origin',
          'if-none-match',
        ),
        fc.oneof(
          fc.constantFrom(KEY, 'application/json', 'image/png', 'Bearer t', 'Bearer', '"', '*', 'W/', 'null'),
          fc.stringMatching(/^[\x20-\x7e]{0,30}$/),
        ),
      ),
      async (method, parts, query, headers) => {
        const body = ['POST', 'PUT', 'PATCH'].includes(method) ? { body: '{}' } : {};
        const request = requestOf(method, `/${parts.join('/')}?${query}`, { headers, ...body });
        const response = await createHandler(stubAdapter())(request);
        const text = await response.text();
        assert.ok(response.status < 500, `${response.status} ${text}`);
        if (response.status >= 400 && method !== 'HEAD') Problem.parse(JSON.parse(text));
      },
    );
    await fc.assert(property, { numRuns: RUNS / 2 });
  });
});
