/**
 * Sends a request and tells how much of its body is out. `fetch` can't: streams of requests need HTTP/2 and Chromium.
 * Rejects with a `TypeError` when there is no answer, as `fetch` does. One thing differs: to the page's own origin
 * cookies go along whatever `credentials` says.
 * @param body of the request, whose own can be read only once
 */
export function sendWithProgress(
  request: Request,
  body: Blob,
  onProgress: (fraction: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { url, method, headers, credentials, signal } = request;
    const sending = new XMLHttpRequest();
    const stop = (): void => sending.abort();
    const fail = (): void => reject(new TypeError('Network request failed'));
    sending.open(method, url);
    sending.withCredentials = credentials === 'include';
    sending.responseType = 'text';
    headers.forEach((value, name) => sending.setRequestHeader(name, value));
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onerror = fail;
    sending.onabort = fail;
    sending.onload = () => {
      try {
        resolve(answerOf(sending));
      } catch {
        // A status or header that no answer can have.
        fail();
      }
    };
    sending.onloadend = () => signal.removeEventListener('abort', stop);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) fail();
    else sending.send(body);
  });
}

function answerOf(sending: XMLHttpRequest): Response {
  const { status } = sending;
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  const headers = new Headers();
  for (const line of sending.getAllResponseHeaders().trim().split(/\r?\n/)) {
    const [name = '', ...value] = line.split(':');
    if (name) headers.append(name, value.join(':').trim());
  }
  return new Response(hasBody ? sending.responseText : null, { status, headers });
}
