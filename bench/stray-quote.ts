import type { Progress } from './progress.ts'
import { type Measured, runPass } from './run-pass.ts'
import type { Workspace } from './workspace.ts'

/** Measures what a stray quotation mark costs a first load. */
export const measureStrayQuote = async (
  workspace: Workspace,
  runs: number,
  progress: Progress,
): Promise<readonly Measured[]> => {
  const measured: Measured[] = []
  for (let run = 1; run <= runs; run += 1) {
    const pass = await runPass(workspace, { pass: 'stray-quote', edition: 'strayQuote', againstManifest: false })
    if (!pass.issues?.length) throw new Error('A stray quotation mark went unnoticed. Nothing was measured.')
    measured.push(pass)
    progress(`run ${run} of ${runs}: stray quote ${pass.cpuSeconds.toFixed(2)} CPU s, ${pass.issues.join()}`)
  }
  return measured
}
