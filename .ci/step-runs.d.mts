export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly counts?: 'browser' | 'node';
  readonly unbuilt?: boolean;
  readonly measures?: boolean;
}

export interface StepResult {
  readonly step: Step;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

export function runSteps(
  steps: readonly Step[],
  options: { readonly workers: number; readonly verbose?: boolean; readonly tell?: (line: string) => void },
): Promise<{ readonly results: readonly StepResult[]; readonly unsteady: readonly Step[] }>;
