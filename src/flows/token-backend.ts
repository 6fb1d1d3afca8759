import type { ClinicBackend } from './clinic-backend.js';
import type { ClinicConnectionState } from './clinic-connection.js';

/** The backend that a token may be told to: `null` where it is another clinic's, undefined until that is known. */
export type TokenBackend = (
  connection: Pick<ClinicConnectionState, 'backend' | 'clinic'> | undefined,
) => ClinicBackend | null | undefined;

/**
 * Keeps the token of a link, which is a secret, with the clinic that it was opened at. The first backend is asked at once;
 * one that comes in its place has to say first whose it is.
 */
export function tokenBackend(): TokenBackend {
  let opened: string | undefined;
  return ({ backend, clinic } = {}) => {
    const isHere = opened === undefined || opened === clinic?.id;
    opened ??= clinic?.id;
    return isHere ? backend : clinic && null;
  };
}
