import type { Progress } from './progress.ts'
import { type Measured, runPass } from './run-pass.ts'
import { type PerVariant, type VariantName, variantNames, variants } from './variants.ts'
import { checkCounts, type Expected } from './verify.ts'
import type { Workspace } from './workspace.ts'

/** Measures every variant `runs` times, interleaved, so that whatever else the machine does meets all of them alike. */
export const measure = async (
  workspace: Workspace,
  expected: Expected,
  runs: number,
  progress: Progress,
): Promise<PerVariant<readonly Measured[]>> => {
  const measured: Record<VariantName, Measured[]> = {
    parseOnly: [],
    reading: [],
    firstLoad: [],
    unchanged: [],
    onePercent: [],
    volatile: [],
  }
  for (let run = 1; run <= runs; run += 1) {
    for (const name of variantNames) {
      const pass = await runPass(workspace, variants[name], { manifest: expected.manifest })
      checkCounts(name, expected, pass)
      measured[name].push(pass)
      progress(`run ${run} of ${runs}: ${variants[name].title} ${pass.cpuSeconds.toFixed(2)} CPU s`)
    }
  }
  return measured
}

/** The middle value; of an even number, the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (upper + lower) / 2
}
