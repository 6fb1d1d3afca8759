import type { Queries, Row } from './database.js';
import type { MessageGrant } from './message-token.js';

/** An appointment as the page shows it that a reminder's link leads to. */
export interface Attendance {
  /** `changed`: moved or cancelled since the link was sent. */
  readonly state: 'open' | 'confirmed' | 'changed';
  readonly localDate: string;
  readonly localTime: string;
  readonly locale: string | null;
}

interface AttendanceRow extends Row, Omit<Attendance, 'state'> {
  readonly is_same: boolean;
  readonly is_said: boolean;
}

/** True of the appointment that a link was sent about. */
const SAME = `booking.status = 'confirmed' and booking.version = $3`;

/**
 * What a link about coming leads to; `undefined` when its tokens were taken back, its visit has begun or its client is
 * forgotten.
 * @param now milliseconds since 1970
 */
export async function readAttendance(
  queries: Queries,
  { about, ref, tokenVersion, version }: MessageGrant,
  now: number,
): Promise<Attendance | undefined> {
  if (about !== 'booking' || version === undefined) return undefined;
  const [row] = await queries.query<AttendanceRow>(
    `select to_char(local_start, 'YYYY-MM-DD') as "localDate", to_char(local_start, 'HH24:MI') as "localTime", locale,
       ${SAME} as is_same, attending_at is not null and attending_version = $3 as is_said
     from booking join client_details on booking_id = booking.id
     where booking.id = $1 and token_version = $2 and starts_at > to_timestamp($4::float8)`,
    [ref, tokenVersion, version, now / 1000],
  );
  if (!row) return undefined;
  const { is_same: isSame, is_said: isSaid, ...visit } = row;
  return { ...visit, state: isSame ? (isSaid ? 'confirmed' : 'open') : 'changed' };
}

/**
 * Notes that a client is coming to the appointment as it was when the link was sent. Twice is the same as once.
 * @param now milliseconds since 1970
 * @returns what there is now, as {@link readAttendance} has it
 */
export async function confirmAttendance(
  queries: Queries,
  grant: MessageGrant,
  now: number,
): Promise<Attendance | undefined> {
  if ((await readAttendance(queries, grant, now))?.state === 'open') {
    await queries.query(
      `update client_details set attending_at = to_timestamp($4::float8), attending_version = $3
       from booking where booking.id = booking_id and booking_id = $1 and token_version = $2 and ${SAME}
         and attending_version is distinct from $3`,
      [grant.ref, grant.tokenVersion, grant.version, now / 1000],
    );
  }
  return readAttendance(queries, grant, now);
}
