import { describe, expect, it } from 'vitest'
import type { Queue, ReceivedMessage } from '#core/ports/queue.ts'
import { queueHandler } from '../../lambdas/runtime/queue.ts'
import { startPump } from '../../local/pump.ts'

const message: ReceivedMessage = { messageId: 'm', body: 'hello', receiveCount: 1, receipt: 'r' }

/** A queue whose `receive` answers from a script, then nothing. */
const scripted = (...answers: readonly (() => Promise<readonly ReceivedMessage[]>)[]) => {
  const rest = [...answers]
  const calls: string[] = []
  const done = Promise.withResolvers<void>()
  const queue: Queue = {
    send: async () => undefined,
    receive: async () => (rest.shift() ?? (async () => []))(),
    remove: async (receipt) => {
      calls.push(`remove ${receipt}`)
      done.resolve()
    },
    changeVisibility: async (receipt, seconds) => {
      calls.push(`hide ${receipt} ${seconds}`)
      done.resolve()
    },
  }
  return { queue, calls, done: done.promise }
}

const run = async (scene: ReturnType<typeof scripted>, handle: () => Promise<void>) => {
  const faults: unknown[] = []
  const retries = { queue: scene.queue, shape: { visibilitySeconds: 180 }, firstSeconds: 30 }
  const handler = queueHandler(handle, () => undefined, retries)
  const onFault = (error: unknown) => void faults.push(error)
  const pump = startPump({ queue: scene.queue, handler, batchSize: 1, workers: 1, timeoutSeconds: 5, onFault })
  await scene.done
  await pump.stop()
  return faults
}

describe('the pump between a queue and its function', () => {
  it('takes away what was handled', async () => {
    const scene = scripted(async () => [message])
    await run(scene, async () => undefined)
    expect(scene.calls).toEqual(['remove r'])
  })

  it('leaves what failed to the function, which puts it off', async () => {
    const scene = scripted(async () => [{ ...message, receiveCount: 3 }])
    await run(scene, () => Promise.reject(new Error('no')))
    expect(scene.calls).toEqual(['hide r 120'])
  })

  it('goes on when the queue itself failed', async () => {
    const full = new Error('disk full')
    const scene = scripted(
      () => Promise.reject(full),
      async () => [message],
    )
    expect(await run(scene, async () => undefined)).toEqual([full])
    expect(scene.calls).toEqual(['remove r'])
  })
})
