import { Agent, request } from 'node:http';

/** One answer of a server, read to its end. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The body as JSON. */
  json(): Record<string, unknown>;
}

/** Talks to one server over sockets of its own, as many at a time as are asked for. */
export class HttpClient {
  readonly #base: string;
  readonly #agent: Agent;

  constructor(base: string, sockets = 1000) {
    this.#base = base;
    this.#agent = new Agent({ keepAlive: true, maxSockets: sockets });
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, {}, undefined);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body));
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, headers: Record<string, string>, body: string | undefined): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = request(new URL(path, this.#base), { method, headers, agent: this.#agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const json = () => JSON.parse(text) as Record<string, unknown>;
          resolve({ status: response.statusCode ?? 0, text, json });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
