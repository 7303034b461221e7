import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type Batch, type Failure, type FromWorker, progressOf, type ToWorker } from './batch.ts'

/** A case that shows no sign of life for so long hangs. */
const hangMs = 30_000
const maxHeapMb = 512

const startWorker = () => {
  const shared = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: shared,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
  })
  return { worker, progress: progressOf(shared) }
}

type Running = ReturnType<typeof startWorker>

/** Settles when the counter stands still for too long. */
const standstill = async (progress: Int32Array, ended: AbortSignal): Promise<string> => {
  for (;;) {
    const before = Atomics.load(progress, 0)
    await delay(hangMs, undefined, { signal: ended })
    if (Atomics.load(progress, 0) === before) return `a case did not end within ${hangMs / 1000} s`
  }
}

/** Sends a worker what to do; answers what it says, or how it broke. */
const ask = async ({ worker, progress }: Running, message: ToWorker): Promise<FromWorker | string> => {
  const over = new AbortController()
  const { signal } = over
  const answer = once(worker, 'message', { signal }).then(([said]: FromWorker[]) => said ?? 'it said nothing')
  const ended = once(worker, 'exit', { signal }).then(() => 'its thread ended')
  worker.postMessage(message)
  try {
    return await Promise.race([answer, ended, standstill(progress, signal)])
  } catch (error) {
    return String(error)
  } finally {
    over.abort()
    for (const waiting of [answer, ended]) waiting.catch(() => undefined)
  }
}

const inputOf = async (batch: Batch, showCase: number): Promise<string> => {
  const running = startWorker()
  const answer = await ask(running, { batch, showCase })
  await running.worker.terminate()
  return typeof answer === 'object' && answer.kind === 'shown' ? answer.input : `case ${showCase} of the batch`
}

/** A thread that runs batches one after another; after a hang or a crash a new one takes over. */
export const openThread = () => {
  let running: Running | undefined

  const run = async (batch: Batch): Promise<Failure | null> => {
    running ??= startWorker()
    const { worker, progress } = running
    const before = Atomics.load(progress, 0)
    const outcome = await ask(running, { batch, showCase: null })
    if (typeof outcome === 'object') return outcome.kind === 'done' ? outcome.failure : null
    await worker.terminate()
    running = undefined
    return { ...batch, input: await inputOf(batch, Atomics.load(progress, 0) - before), reason: outcome }
  }

  return { run, close: async (): Promise<void> => void (await running?.worker.terminate()) }
}
