const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The plan that a token is of, by what it says; only the signer can tell whether that is true. */
export function readTouchUpToken(token: string): string | undefined {
  const [id = ''] = token.split('.', 1);
  return UUID.test(id) ? id : undefined;
}
