export interface Limit {
  readonly part: string;
  readonly name: string;
  readonly of: (result: never) => number;
  readonly limit: number;
  readonly goal?: number;
}

export interface Judgement extends Pick<Limit, 'name' | 'limit' | 'goal'> {
  readonly value: number;
  readonly isWithin: boolean;
}

export const LIMITS: readonly Limit[];
export function judge(results: Readonly<Record<string, unknown>>, limits?: readonly Limit[]): readonly Judgement[];
