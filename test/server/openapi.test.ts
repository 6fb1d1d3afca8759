import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { SMP_ERROR_CODES } from '../../src/domain/errors.js';
import { createHandler, type Handler } from '../../src/server/index.js';
import { openApiDocument } from '../../src/server/openapi.js';
import { ROUTES } from '../../src/server/routes.js';
import { ask } from './desk-client.js';
import { tinyPhoto } from '../../src/testing/tiny-photo.js';
import { CONSULTATION_DRAFT, DRAFT, SLOT, stubAdapter } from './stub-adapter.js';

type Node = { readonly [key: string]: Node } & readonly Node[];
const FILE = new URL('../../src/server/openapi.json', import.meta.url);
const document = JSON.parse(JSON.stringify(openApiDocument())) as Node;

/** Every `$ref` of the document. */
function refs(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : refs(value)));
}

/** What a `#/…` points to. */
function at(ref: string): unknown {
  assert.match(ref, /^#\//);
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
}

function operations(): { path: string; method: string; operation: Node }[] {
  return Object.entries(document['paths'] ?? {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation: operation })),
  );
}

/** A checker for the part of JSON Schema 2020-12 that the document uses; anything else in it fails. */
function errorsIn(schema: Node, value: unknown, where = ''): string[] {
  const known = [
    '$ref',
    'additionalProperties',
    'anyOf',
    'const',
    'default',
    'enum',
    'format',
    'items',
    'maxItems',
    'maxLength',
    'maximum',
    'minLength',
    'minimum',
    'pattern',
    'properties',
    'propertyNames',
    'required',
    'type',
  ];
  const keyword = (name: string): unknown => (schema as Record<string, unknown>)[name];
  for (const key of Object.keys(schema)) assert.ok(known.includes(key), `unexpected keyword ${key} at ${where}`);
  const reference = keyword('$ref');
  if (typeof reference === 'string') return errorsIn(at(reference) as Node, value, where);
  const any = keyword('anyOf');
  if (Array.isArray(any)) {
    return any.some((one: Node) => errorsIn(one, value, where).length === 0) ? [] : [`${where}: none fits`];
  }
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const wanted = keyword('type');
  const fits = wanted === undefined || wanted === type || (wanted === 'integer' && Number.isInteger(value));
  if (!fits) return [`${where}: ${type}`];
  const values = keyword('enum');
  if (Array.isArray(values) && !values.includes(value)) return [`${where}: enum`];
  const pattern = keyword('pattern');
  if (typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern, 'u').test(value)) {
    return [`${where}: pattern`];
  }
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => errorsIn(keyword('items') as Node, entry, `${where}/${index}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  const names = keyword('propertyNames') as Node | undefined;
  const others = keyword('additionalProperties');
  const properties = (keyword('properties') ?? {}) as Record<string, Node>;
  const missing = ((keyword('required') ?? []) as string[]).filter((name) => !Object.hasOwn(value, name));
  return [
    ...missing.map((name) => `${where}/${name}: missing`),
    ...Object.entries(value).flatMap(([name, entry]) => {
      const property = properties[name];
      const ill = names ? errorsIn(names, name, `${where}/${name}`) : [];
      if (property) return [...ill, ...errorsIn(property, entry, `${where}/${name}`)];
      if (typeof others === 'object') return [...ill, ...errorsIn(others as Node, entry, `${where}/${name}`)];
      return others === false ? [`${where}/${name}: unknown`] : ill;
    }),
  ];
}

describe('openapi.json', () => {
  it('is current', () => {
    assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')), document, 'run: node --import tsx .ci/openapi.mjs');
    execFileSync(process.execPath, ['--import', 'tsx', '.ci/openapi.mjs', '--check'], { stdio: 'pipe' });
  });

  it('is an OpenAPI 3.1 document without a field that 3.1 does not have', () => {
    assert.equal(String(document['openapi']), '3.1.0');
    assert.deepEqual(Object.keys(document), ['openapi', 'info', 'servers', 'paths', 'components']);
    for (const { path, method, operation } of operations()) {
      assert.ok(['get', 'post', 'put', 'patch', 'delete'].includes(method));
      const allowed = ['operationId', 'summary', 'description', 'security', 'parameters', 'requestBody', 'responses'];
      for (const key of Object.keys(operation)) assert.ok(allowed.includes(key), key);
      for (const [status, response] of Object.entries(operation['responses'] ?? {})) {
        assert.match(status, /^[2345]\d\d$/);
        assert.ok(response['$ref'] ?? response['description'], `${path} ${status}`);
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const parameters = (operation['parameters'] ?? []) as readonly Node[];
      const named = parameters.filter((one) => String(one['in']) === 'path');
      assert.deepEqual(
        named.map((one) => String(one['name'])),
        inPath,
      );
      for (const one of named) assert.equal(one['required'], true);
    }
  });

  it('has operation ids that are unique', () => {
    const ids = operations().map(({ operation }) => String(operation['operationId']));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('points nowhere that nothing is, and has no schema that nothing points to', () => {
    const all = refs(document);
    for (const ref of all) assert.ok(at(ref) !== undefined, ref);
    for (const name of Object.keys(document['components']?.['schemas'] ?? {})) {
      assert.ok(all.includes(`#/components/schemas/${name}`), `${name} is not used`);
    }
  });

  it('has every route of the handler, and no other', async () => {
    const told = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    assert.deepEqual(told.sort(), ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
    const handler = createHandler(stubAdapter());
    for (const route of told) {
      const [method = '', path = ''] = route.split(' ');
      const { status } = await ask(handler, method, path.replace(/\{\w+\}/g, 'x'));
      assert.ok(status !== 404 && status !== 405, `${route} is served`);
    }
  });

  it('describes the answers that the handler gives', async () => {
    const handler = createHandler(stubAdapter());
    const ill = createHandler(stubAdapter(), { health: () => Promise.reject(new Error('gone')) });
    const requests: readonly (readonly [string, string, string, (object | undefined)?, Handler?])[] = [
      ['GET', '/v1/clinic', '/v1/clinic'],
      ['GET', '/v1/slots', '/v1/slots?service=consult'],
      ['POST', '/v1/holds', '/v1/holds', { service: 'consult', slotId: SLOT.id }],
      ['POST', '/v1/holds/{holdId}/extend', '/v1/holds/h/extend', { holdToken: 't' }],
      ['POST', '/v1/bookings', '/v1/bookings', DRAFT],
      ['POST', '/v1/waitlist', '/v1/waitlist', { service: 'consult', contact: DRAFT.contact, consents: [] }],
      ['POST', '/v1/consultations', '/v1/consultations', CONSULTATION_DRAFT],
      ['GET', '/v1/health', '/v1/health'],
      ['GET', '/v1/health', '/v1/health', undefined, ill],
      ['POST', '/v1/bookings', '/v1/bookings', {}],
    ];
    for (const [method, path, address, body, server = handler] of requests) {
      const response = await ask(server, method, address, body && { body });
      const operation = document['paths']?.[path]?.[method.toLowerCase()];
      let answer = operation?.['responses']?.[response.status] as Node;
      if (answer['$ref']) answer = at(String(answer['$ref'])) as Node;
      const type = response.ok || server === ill ? 'application/json' : 'application/problem+json';
      const schema = answer['content']?.[type]?.['schema'];
      assert.ok(schema, `${method} ${path} ${response.status}`);
      assert.deepEqual(errorsIn(schema, await response.json()), []);
      const sent = operation?.['requestBody']?.['content']?.['application/json']?.['schema'];
      if (sent && response.ok) {
        assert.deepEqual(errorsIn(sent, body), []);
        assert.notDeepEqual(errorsIn(sent, { ...body, unknown: 1 }), []);
        if (body && 'answers' in body) {
          for (const answers of [{ 'a b': 1 }, { a: { b: 1 } }]) {
            assert.notDeepEqual(errorsIn(sent, { ...body, answers }), []);
          }
        }
      }
    }
  });

  it('describes a photo as bytes of its media types, and proof and key as they are asked for', async () => {
    const path = '/v1/consultations/{consultationId}/photos/{angle}';
    const place = document['paths']?.[path];
    const [put, remove] = [place?.['put'], place?.['delete']];
    const types = Object.keys(put?.['requestBody']?.['content'] ?? {});
    assert.deepEqual(types, ['image/jpeg', 'image/png', 'image/webp']);
    const headers = { authorization: 'Bearer token-of-consultation-1', 'content-type': 'image/png' };
    const key = { 'idempotency-key': 'operation-0123456789' };
    const body = new Uint8Array(await tinyPhoto().arrayBuffer());
    const address = '/v1/consultations/c/photos/front';
    const handler = createHandler(stubAdapter());
    const response = await ask(handler, 'PUT', address, { headers: { ...headers, ...key }, body });
    const schema = put?.['responses']?.[200]?.['content']?.['application/json']?.['schema'];
    assert.ok(schema);
    assert.deepEqual(errorsIn(schema, await response.json()), []);
    const asked = (operation: Node | undefined) => [
      Object.keys(operation?.['security']?.[0] ?? {}).length > 0,
      JSON.stringify(operation?.['parameters']).toLowerCase().includes('idempotencykey'),
    ];
    assert.deepEqual(
      [asked(put), asked(remove)],
      [
        [true, true],
        [true, false],
      ],
    );
    const without = async (method: string, sent: Record<string, string>) =>
      (await ask(handler, method, address, { headers: sent, ...(method === 'PUT' && { body }) })).status;
    assert.equal(await without('PUT', headers), 400);
    assert.equal(await without('PUT', { 'content-type': 'image/png', ...key }), 401);
    assert.equal(await without('DELETE', {}), 401);
    assert.equal(await without('DELETE', headers), 204);
  });

  it('names every error code', () => {
    const codes = document['components']?.['schemas']?.['Problem']?.['properties']?.['code']?.['enum'];
    assert.deepEqual([...(codes ?? [])].map(String), [...SMP_ERROR_CODES, 'key-reused', 'key-in-progress']);
  });
});
