/** Called by any hostile text that is run. */
export const PWNED = 'pwn';

const LONG = 'unbroken'.repeat(250);

/** Texts that a backend should not send, each of which some page somewhere has fallen for. */
export const hostileTexts: readonly string[] = [
  `<img src="data:," onerror="${PWNED}()">`,
  `<script>${PWNED}()</script>`,
  `"><svg onload=${PWNED}()>`,
  `' autofocus onfocus='${PWNED}()' x='`,
  `javascript:${PWNED}()`,
  `java\nscript:${PWNED}()`,
  `data:text/html,<script>${PWNED}()</script>`,
  `<a href="javascript:${PWNED}()">x</a>`,
  `\${${PWNED}()}{{${PWNED}()}}<%=${PWNED}()%>`,
  `<!--?lit$123$--><style>*{display:none}</style>`,
  `</textarea></select></title><iframe srcdoc="<script>parent.${PWNED}()</script>">`,
  '\u202eevil\u202c \u2066hidden\u2069 \u200f',
  LONG,
  'null \u0000 bell \u0007 escape \u001b[31m',
  'lone \ud800 surrogate \udfff',
  '__proto__',
  'constructor',
  'ﷺ'.repeat(50),
  'Z\u0351\u036b\u0343a\u0300l\u0334\u0310g\u0321o\u0489'.repeat(15),
  '   ',
  "Robert'); DROP TABLE bookings;--",
  '%s%n%x %00 %0d%0aSet-Cookie:x=1',
  'مرحبا <b>שלום</b> 🧑‍🦲',
];

/** As much of a text as fits where `limit` characters are allowed. */
export const fitting = (text: string, limit: number): string => text.slice(0, limit) || 'x';
