import { SmpError } from '../domain/errors.js';

/** Most bytes one answer may have. */
const MAX_BYTES = 2_097_152;

async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let length = 0; reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > MAX_BYTES) {
      reader.cancel().catch(() => undefined);
      throw new SmpError('invalid-response', `Answer over ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The object or list that an answer's body says; undefined when it is no JSON or says anything else.
 *
 * @throws `invalid-response` over 2 MiB
 */
export async function readObject(response: Response): Promise<object | undefined> {
  return parseObject(await readText(response));
}
