import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';

const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json'), 'utf8'),
);
const validate = new Ajv({ strict: false }).compile(schema);

export function schemaFaults(manifest) {
  return validate(manifest) ? [] : validate.errors.map((error) => JSON.stringify(error));
}
