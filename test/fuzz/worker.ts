// Runs batches of cases in a thread of its own, which can be ended when a case hangs.
import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { type Batch, type Failure, type FromWorker, progressOf, type ToWorker } from './batch.ts'
import { type Around, hold } from './target.ts'
import { targets } from './targets.ts'

/** Processor time that one case may take. Inputs are a few kilobytes. */
const maxCaseMs = 2_000
const progress = progressOf(workerData)

const measured: Around = async (_, check) => {
  Atomics.add(progress, 0, 1)
  const before = process.threadCpuUsage()
  await check()
  const { user } = process.threadCpuUsage(before)
  hold(user < maxCaseMs * 1_000, `it took ${Math.round(user / 1_000)} ms`)
}

const inputText = (input: unknown): string => fc.stringify(input).slice(0, 4_000)

const check = ({ target, seed, cases }: Batch, around: Around): Promise<fc.RunDetails<unknown>> => {
  const found = targets.find(({ name }) => name === target)
  if (!found) throw new Error(`There is no target ${target}.`)
  return Promise.resolve(fc.check(found.property(around), { seed, numRuns: cases }))
}

const run = async (batch: Batch): Promise<Failure | null> => {
  const { failed, counterexample, errorInstance: error } = await check(batch, measured)
  if (!failed) return null
  const reason =
    error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 5).join('\n') : String(error)
  return { ...batch, input: inputText(counterexample), reason }
}

/** The input of a case, by its number from 1. */
const show = async (batch: Batch, number: number): Promise<string> => {
  let drawn = 0
  let text = ''
  await check(batch, async (input) => {
    drawn += 1
    if (drawn === number) text = inputText(input)
  })
  return text
}

parentPort?.on('message', async ({ batch, showCase }: ToWorker) => {
  const answer: FromWorker =
    showCase === null
      ? { kind: 'done', failure: await run(batch) }
      : { kind: 'shown', input: await show(batch, showCase) }
  parentPort?.postMessage(answer)
})
