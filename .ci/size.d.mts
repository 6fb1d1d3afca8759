export interface BuildManifest {
  readonly files: readonly string[];
  readonly tags: Readonly<Record<string, readonly number[]>>;
  readonly endpoint: readonly number[];
  readonly graph: Readonly<
    Record<
      string,
      { readonly modules: readonly string[]; readonly packages: readonly string[]; readonly imports: readonly string[] }
    >
  >;
  readonly undeclared?: readonly string[];
  readonly unused?: readonly string[];
}
export const BUDGETS: Readonly<Record<string, number>>;
export function stages(
  manifest: BuildManifest,
  journey?: Readonly<Record<string, readonly string[]>>,
): Record<string, string[]>;
export interface Size {
  readonly name: string;
  readonly files: number;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}
export function wordSizes(files: readonly Size[]): Size[];
export function measure(budgets?: Readonly<Record<string, number>>): {
  readonly rows: readonly Size[];
  readonly files: readonly Size[];
  readonly over: readonly string[];
};
