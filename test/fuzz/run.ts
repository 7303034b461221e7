import { type Batch, batchCases, type Failure } from './batch.ts'
import { openThread } from './thread.ts'

export type FuzzOptions = {
  readonly targets: readonly string[]
  readonly cases: number
  readonly seed: number
  readonly progress?: (done: number, failures: readonly Failure[]) => void
}

const enoughFailures = 20

/** The batches in turn: each target gets its share of the cases, each batch a seed of its own. */
const batchesOf = function* ({ targets, cases, seed }: FuzzOptions): Generator<Batch> {
  for (let done = 0, index = 0; done < cases; done += batchCases, index += 1) {
    const target = targets[index % targets.length] ?? ''
    yield { target, seed: seed + index, cases: Math.min(batchCases, cases - done) }
  }
}

/** Runs the cases and answers the failures, of each batch the first; many of them end the run. */
export const fuzz = async (options: FuzzOptions): Promise<readonly Failure[]> => {
  const thread = openThread()
  const failures: Failure[] = []
  let done = 0
  for (const batch of batchesOf(options)) {
    const failure = await thread.run(batch)
    if (failure) failures.push(failure)
    done += batch.cases
    options.progress?.(done, failures)
    if (failures.length >= enoughFailures) break
  }
  await thread.close()
  return failures
}
