import ky from 'ky';

/**
 * Sends a request through ky, once: time-outs and retries are the Scheduler's, and an answer that says no is an answer.
 * @param by what sends it in the end
 */
export const request = (
  address: string,
  init: RequestInit,
  by: (request: Request) => Promise<Response>,
): Promise<Response> =>
  ky(address, {
    ...init,
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    fetch: (request) => by(request as Request),
  });
