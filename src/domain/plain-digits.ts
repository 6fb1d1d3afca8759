/** Arabic-Indic and Persian digits as the others, and nothing around the text. */
export const plainDigits = (text: string): string =>
  text.trim().replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
