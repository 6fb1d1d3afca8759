export declare function pinnedSnippet(base: string, digests: Readonly<Record<string, string>>): string;
export declare function layOut(
  folder: string,
  version: string,
  base?: string,
): { readonly fixed: string; readonly moving: string; readonly files: number };
