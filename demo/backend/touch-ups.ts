import {
  changeTouchUps,
  newTouchUps,
  renewTouchUps,
  SmpError,
  touchUpKey,
  touchUpPlanOf,
  type TouchUpChannel,
  type TouchUpPlan,
  type TouchUpRequest,
  type TouchUpStop,
  type TouchUpUpdate,
} from 'smp-widgets/server';
import type { ClinicBook } from './clinic-book.js';
import type { Database, Queries } from './database.js';
import { stopTouchUps } from './message-stop.js';
import { once } from './operation.js';
import type { Signer } from './manage-token.js';
import { insertTouchUps, lockTouchUps, readTouchUps, updateTouchUps, type StoredTouchUps } from './touch-up-record.js';
import { readTouchUpToken } from './touch-up-token.js';

/** What {@link TouchUps} works with. */
export interface TouchUpsOptions {
  readonly database: Database;
  readonly book: ClinicBook;
  readonly signer: Signer;
  /** By which ways reminders go out. */
  readonly channels: readonly TouchUpChannel[];
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** Who is signed up again within this is not told of it once more. In milliseconds. */
const TELL_AGAIN_MS = 86_400_000;

/** Who wants to be reminded of touch-ups. What is sent, and when, is the message queue's. */
export class TouchUps {
  readonly #options: TouchUpsOptions;

  constructor(options: TouchUpsOptions) {
    this.#options = options;
  }

  /**
   * Keeps a wish, and has its owner told of it. Nothing in the answer tells whether there was one before.
   * @throws `validation`
   */
  signUp(request: TouchUpRequest, key: string): Promise<void> {
    const { database, book, channels, now } = this.#options;
    const unknown = request.channels.findIndex((channel) => !channels.includes(channel));
    return once(database, { scope: 'touch-ups', key, content: request } as const, {
      run: async (transaction, id, revision) => {
        if (unknown >= 0) {
          const issues = [{ pointer: `/channels/${unknown}`, code: 'not-supported' }];
          throw new SmpError('validation', 'Nothing is sent by this channel', { issues });
        }
        const { timeZone } = (await book.open(transaction, revision)).clinic;
        const contactKey = touchUpKey(request.contact);
        const at = now();
        const fresh = newTouchUps(request);
        if (await insertTouchUps(transaction, { id, contactKey, timeZone, kept: fresh, now: at })) {
          return { id, answer: undefined };
        }
        const known = await lockTouchUps(transaction, contactKey);
        if (!known) throw new Error('The wish is neither new nor known');
        const renewed = renewTouchUps(known.kept, request);
        // Whoever has stopped it was promised to hear no more: if it starts again, they are told at once.
        const tells = known.kept.stopped || at - known.toldAt >= TELL_AGAIN_MS;
        // A message is sent once for a version, so that being told again takes another.
        const kept = tells && renewed === known.kept ? { ...renewed, version: renewed.version + 1 } : renewed;
        if (kept !== known.kept) await updateTouchUps(transaction, { id: known.id, kept, now: at, told: tells });
        return { id: known.id, answer: undefined };
      },
      replay: () => Promise.resolve(),
    });
  }

  /** @throws `unauthorized` */
  async get(token: string): Promise<TouchUpPlan> {
    return touchUpPlanOf((await this.#open(this.#options.database, token)).kept);
  }

  /** @throws `unauthorized`, `version-conflict`, `validation`, `not-found` */
  update({ token, ...change }: TouchUpUpdate, key: string): Promise<TouchUpPlan> {
    const { database, channels, now } = this.#options;
    const content = { token, ...change };
    return once(database, { scope: 'touch-up-plan', key, content } as const, {
      run: async (transaction) => {
        const { id, kept } = await this.#open(transaction, token, true);
        const changed = changeTouchUps(kept, change);
        const unknown = changed.channels.findIndex((channel) => !channels.includes(channel));
        if (unknown >= 0 && change.channels) {
          const issues = [{ pointer: `/channels/${unknown}`, code: 'not-supported' }];
          throw new SmpError('validation', 'Nothing is sent by this channel', { issues });
        }
        await updateTouchUps(transaction, { id, kept: changed, now: now() });
        return { id, answer: touchUpPlanOf(changed) };
      },
      replay: async (transaction) => touchUpPlanOf((await this.#open(transaction, token)).kept),
    });
  }

  /** Twice is the same as once, so nothing has to be remembered of it. @throws `unauthorized` */
  async stop({ token }: TouchUpStop): Promise<void> {
    const { database, now } = this.#options;
    const { id } = await this.#open(database, token);
    await stopTouchUps(database, id, now());
  }

  /** The same refusal for whatever is wrong with a token. @throws `unauthorized` */
  async #open(queries: Queries, token: string, lock = false): Promise<StoredTouchUps> {
    const id = readTouchUpToken(token);
    const found = id === undefined ? undefined : await readTouchUps(queries, id, lock);
    // Compared also where there is no such row, so that the time tells nothing.
    const isRight = this.#options.signer.isTouchUpToken(id ?? '', found?.tokenVersion ?? 0, token);
    if (!found || !isRight) throw new SmpError('unauthorized', 'This token opens nothing');
    return found;
  }
}
