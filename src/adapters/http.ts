import { SmpError } from '../domain/errors.js';
import type { Booking } from '../domain/booking.js';
import type { Clinic } from '../domain/clinic.js';
import type { ConsultationProof } from '../domain/consultation/consultation-proof.js';
import type { Consultation } from '../domain/consultation/consultation.js';
import type { Photo, PhotoName } from '../domain/consultation/photo.js';
import type { Course, CourseDraft } from '../domain/course/course.js';
import type { Hold, HoldProof } from '../domain/hold.js';
import type { SlotPage } from '../domain/slot.js';
import type { AdapterCapabilities, RequestOptions, SchedulingAdapter, WriteOptions } from './adapter.js';
import { areReadsEarly, takeEarlyRead } from './early-reads.js';
import { readObject } from './http-body.js';
import { errorOf } from './http-error.js';
import type { Call } from './http-management.js';
import type { request } from './http-request.js';

/** Options of {@link httpAdapter}. */
export interface HttpAdapterOptions {
  /** Headers of every request; they cost reads of other origins a preflight. Default: none. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Whether cookies go along. Default `omit`. */
  readonly credentials?: RequestCredentials;
  /** Default: the page's own `fetch`; for photos `XMLHttpRequest`, which can tell how much has been sent. */
  readonly fetch?: (request: Request) => Promise<Response>;
  /** What the server can do. Default: everything, less what its clinic answer switches off. */
  readonly capabilities?: AdapterCapabilities;
}

function resolve(baseUrl: string): string {
  const address = addressOf(baseUrl);
  // Not everything on a page need be written by whoever is responsible for it.
  const listed = globalThis.document?.querySelector<HTMLMetaElement>('meta[name=smp-endpoints]')?.content.split(/\s+/);
  if (address && (listed?.some((one) => one && addressOf(one) === address) ?? true)) return address;
  const wrong = address ? 'None of the page’s smp-endpoints' : 'Not the address of a scheduling API';
  throw new SmpError('invalid-config', `${wrong}: ${baseUrl}`);
}

function addressOf(text: string): string | undefined {
  try {
    const url = new URL(text, globalThis.document?.baseURI);
    // Beside scheme, host and path nothing may be in it: a query, a fragment or a password would get lost or out.
    const address = url.origin + url.pathname;
    return text.trim() && /^https?:$/.test(url.protocol) && url.href === address
      ? address.replace(/\/+$/, '')
      : undefined;
  } catch {
    return undefined;
  }
}

let requesting: typeof request | undefined;

/** The code that sends requests. Answers that were asked for early are shown without it. */
async function sender(): Promise<typeof request> {
  return (requesting ??= (await import('./http-request.js')).request);
}

/** Has it at hand before it is needed. Where that fails, the request will tell. */
/** Methods of an adapter, in a module of their own. */
type LaterMethods = Readonly<Record<string, (call: Call, ...given: never[]) => Promise<unknown>>>;

const prepare = (): void => void sender().catch(() => undefined);

/** When the page has shown what it has. */
const whenIdle = (task: () => void): unknown => (globalThis.requestIdleCallback ?? setTimeout)(task);

/**
 * Speaks the wire protocol with a server that stands at `baseUrl`, absolute or relative to the page: with `/smp` the
 * clinic is read from `/smp/v1/clinic`. It only translates: time-outs, retries and shape checks are the Scheduler's.
 *
 * Where the page's head has `<meta name="smp-endpoints">`, it speaks with none but those whose addresses are listed there,
 * with spaces between.
 *
 * @throws `invalid-config` for an address that is not http(s), or has a query, a fragment or a password in it, or is not
 *   listed
 */
export function httpAdapter(baseUrl: string, options: HttpAdapterOptions = {}): SchedulingAdapter {
  const base = `${resolve(baseUrl)}/v1/`;
  const { credentials = 'omit', headers } = options;

  const plain = credentials === 'omit' && !headers;
  if (!plain || !areReadsEarly()) prepare();

  async function earlyAnswer(address: string): Promise<Response | undefined> {
    const answer = await takeEarlyRead(address)?.catch(() => undefined);
    if (answer && !areReadsEarly()) whenIdle(prepare);
    return answer;
  }

  async function send(path: string, init: RequestInit, signal?: AbortSignal, by = options.fetch): Promise<Response> {
    const early = plain && !init.method && (await earlyAnswer(base + path));
    if (early) return early;
    return (requesting ?? (await sender()))(
      base + path,
      {
        credentials,
        ...init,
        headers: { ...(typeof headers === 'function' ? headers() : headers), ...(init.headers as object) },
        ...(signal && { signal }),
      },
      by ?? fetch,
    );
  }

  async function exchange(...[path, init, signal, by]: Parameters<typeof send>): Promise<object> {
    const response = await send(path, init, signal, by);
    const body = await readObject(response);
    if (!response.ok) throw errorOf(response, body ?? {}, !init.method, base + path);
    // Done is done, for a release and what has been deleted; every other answer has something to say.
    if (!body && !init.keepalive && init.method !== 'DELETE')
      throw new SmpError('invalid-response', `HTTP ${response.status} without JSON: ${base}${path}`);
    // It belongs to the wire, not to the thing that was asked for, and differs with each copy of one answer.
    delete (body as { serverTime?: unknown } | undefined)?.serverTime;
    return body ?? {};
  }

  async function call(...[path, init, signal, by]: Parameters<typeof send>): Promise<object> {
    const given = (): SmpError => new SmpError('aborted', 'Given up', { cause: signal?.reason });
    if (signal?.aborted) throw given();
    let stop = (): void => undefined;
    try {
      // An answer that was asked for early does not know this signal.
      const aborted = new Promise<never>((_, reject) => {
        stop = () => reject(given());
        signal?.addEventListener('abort', stop);
      });
      return await Promise.race([exchange(path, init, signal, by), aborted]);
    } catch (error) {
      if (signal?.aborted) throw given();
      throw error instanceof SmpError ? error : new SmpError('network', `No answer: ${base}${path}`, { cause: error });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  const read = (path: string, { signal }: RequestOptions = {}) => call(path, {}, signal);
  const write = (path: string, body: object, { operationId, signal }: WriteOptions) =>
    call(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': operationId },
        body: JSON.stringify(body),
      },
      signal,
    );
  const remove = async (path: string, token: string, { operationId, signal }: WriteOptions): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': operationId };
    await call(path, { method: 'DELETE', headers }, signal);
  };
  const hold = ({ holdId }: HoldProof, verb: string): string => `holds/${encodeURIComponent(holdId)}/${verb}`;

  const consultation = ({ consultationId }: ConsultationProof): string =>
    `consultations/${encodeURIComponent(consultationId)}`;
  const photo = (name: PhotoName): string => `${consultation(name)}/photos/${encodeURIComponent(name.angle)}`;

  const capabilities = options.capabilities ?? {
    holds: true,
    waitlist: true,
    consultations: true,
    photos: true,
    management: true,
    courses: true,
    touchUps: true,
  };
  const holds: Partial<SchedulingAdapter> = {
    holdSlot: (request, options) => write('holds', request, options) as Promise<Hold>,
    extendHold: (proof, options) =>
      write(hold(proof, 'extend'), { holdToken: proof.holdToken }, options) as Promise<Hold>,
    async releaseHold(proof, { signal }) {
      // As plain text and without a key it needs no preflight, so it gets out while its page is being left.
      const body = JSON.stringify({ holdToken: proof.holdToken });
      const headers = { 'content-type': 'text/plain' };
      await call(hold(proof, 'release'), { method: 'POST', keepalive: true, headers, body }, signal);
    },
  };
  const waitlist: Partial<SchedulingAdapter> = {
    async joinWaitlist(request, options) {
      await write('waitlist', request, options);
    },
  };
  const consultations: Partial<SchedulingAdapter> = {
    submitConsultation: (draft, options) => write('consultations', draft, options) as Promise<Consultation>,
    eraseConsultation: (proof, options) => remove(consultation(proof), proof.consultationToken, options),
  };
  const photos: Partial<SchedulingAdapter> = {
    async uploadPhoto(upload, { operationId, signal, onProgress }) {
      const init = {
        method: 'PUT',
        headers: {
          'content-type': upload.image.type,
          authorization: `Bearer ${upload.consultationToken}`,
          'idempotency-key': operationId,
        },
        body: upload.image,
      };
      // Without it the photo is sent all the same, and only how much of it is out stays untold.
      const uploading =
        onProgress && !options.fetch && typeof XMLHttpRequest === 'function'
          ? await import('./http-upload.js').catch(() => undefined)
          : undefined;
      onProgress?.(0);
      const progressing =
        onProgress && uploading
          ? (request: Request) => uploading.sendWithProgress(request, upload.image, onProgress)
          : undefined;
      const answer = await call(photo(upload), init, signal, progressing);
      onProgress?.(1);
      return answer as Photo;
    },
    deletePhoto: (name, options) => remove(photo(name), name.consultationToken, options),
  };
  // Loaded when one of them is called.
  const later = (
    load: () => Promise<LaterMethods>,
    ...names: (keyof SchedulingAdapter)[]
  ): Partial<SchedulingAdapter> =>
    Object.fromEntries(
      names.map((name) => [name, async (...given: never[]) => (await load())[name]?.(call, ...given)]),
    );
  const management = later(() => import('./http-management.js'), 'getBooking', 'reschedule', 'cancel');
  const touchUps = later(
    () => import('./http-touch-ups.js'),
    'signUpForTouchUps',
    'getTouchUps',
    'updateTouchUps',
    'stopTouchUps',
  );
  return {
    name: 'http',
    capabilities,
    getClinic: (options) => read('clinic', options) as Promise<Clinic>,
    listSlots({ service, practitioner, location, from, to, cursor }, options) {
      // The order of the names is part of the address that early reads are kept under.
      const query = Object.entries({ service, practitioner, location, from, to, cursor }).filter(([, value]) => value);
      return read(`slots?${new URLSearchParams(query as [string, string][])}`, options) as Promise<SlotPage>;
    },
    createBooking: (draft, options) => write('bookings', draft, options) as Promise<Booking>,
    ...(capabilities.holds && holds),
    ...(capabilities.waitlist && waitlist),
    ...(capabilities.consultations && consultations),
    ...(capabilities.photos && photos),
    ...(capabilities.management && management),
    ...(capabilities.touchUps && touchUps),
    ...(capabilities.courses && {
      bookCourse: (draft: CourseDraft, options: WriteOptions) => write('courses', draft, options) as Promise<Course>,
    }),
  };
}
