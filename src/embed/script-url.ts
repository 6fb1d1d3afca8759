/**
 * The address of the script that calls this while it runs. One file serves as a module and as a classic script, since
 * tag managers and site builders drop `type="module"`; so it can't say `import.meta`, and a module has no
 * `currentScript`, but every engine names the file in a stack.
 */
export const scriptUrl = (): string =>
  (document.currentScript as HTMLScriptElement | null)?.src ||
  (/https?:[^\s)]+?(?=:\d+:\d)/.exec(`${new Error().stack}`)?.[0] ?? '');
