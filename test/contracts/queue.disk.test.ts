import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openDiskQueue } from '../../local/adapters/disk-queue.ts'
import { inOtherProcess } from './child.ts'
import { queueContract } from './queue.ts'

const scratch = await mkdtemp(join(tmpdir(), 'rosterport-queues-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

let made = 0
const freshDirectory = () => {
  made += 1
  return join(scratch, String(made))
}

queueContract('disk', async (shape) => {
  let now = 1_000_000
  const queue = openDiskQueue(freshDirectory(), { ...shape, name: 'work' }, () => now)
  return {
    queue,
    deadLetters: queue.deadLetters,
    elapse: async (seconds) => {
      now += seconds * 1000
    },
    close: async () => queue.close(),
  }
})

const shape = { name: 'work', fifo: true, visibilitySeconds: 60, maxReceives: 3 }

const scriptWith = (directory: string, body: string): string => {
  const module = new URL('../../local/adapters/disk-queue.ts', import.meta.url)
  return `import { openDiskQueue } from '${module}'
    const queue = openDiskQueue(${JSON.stringify(directory)}, ${JSON.stringify(shape)})
    ${body}`
}

describe('the disk queue among processes', () => {
  it('keeps what a killed process has sent, and what it held', async () => {
    const directory = freshDirectory()
    const killed = await inOtherProcess(
      scriptWith(
        directory,
        `await queue.send({ body: 'held', groupId: 'A' })
         await queue.send({ body: 'waiting', groupId: 'A' })
         const [{ body }] = await queue.receive({ max: 1, waitSeconds: 0 })
         console.log(body)
         setInterval(() => undefined, 1000)`,
      ),
    )
    await killed.kill()
    const queue = openDiskQueue(directory, shape)
    expect(killed.said).toBe('held')
    expect(await queue.receive({ max: 2, waitSeconds: 0 })).toEqual([])
    await queue.releaseHeld()
    const [held] = await queue.receive({ max: 2, waitSeconds: 0 })
    expect(held).toMatchObject({ body: 'held', receiveCount: 2 })
    await queue.remove(held!.receipt)
    expect(await queue.receive({ max: 2, waitSeconds: 0 })).toMatchObject([{ body: 'waiting', receiveCount: 1 }])
    queue.close()
  })

  it('wakes a waiting consumer when another process sends', async () => {
    const directory = freshDirectory()
    const queue = openDiskQueue(directory, shape)
    const waiting = queue.receive({ max: 1, waitSeconds: 15 })
    const sender = await inOtherProcess(
      scriptWith(directory, `await queue.send({ body: 'from afar', groupId: 'A' }); console.log('sent')`),
    )
    expect(await waiting).toMatchObject([{ body: 'from afar' }])
    await sender.finished()
    queue.close()
  })

  it('takes from several processes every message once, whichever sends an id first', async () => {
    const directory = freshDirectory()
    const senders = await Promise.all(
      ['x', 'y'].map(() =>
        inOtherProcess(
          scriptWith(
            directory,
            `for (let index = 0; index < 20; index += 1) {
               await queue.send({ body: String(index), groupId: 'A', deduplicationId: String(index) })
             }
             console.log('sent')`,
          ),
        ),
      ),
    )
    await Promise.all(senders.map((sender) => sender.finished()))
    const queue = openDiskQueue(directory, shape)
    const seen: string[] = []
    for (let index = 0; index < 21; index += 1) {
      for (const message of await queue.receive({ max: 1, waitSeconds: 0 })) {
        seen.push(message.body)
        await queue.remove(message.receipt)
      }
    }
    queue.close()
    expect(seen).toEqual(Array.from({ length: 20 }, (_, index) => String(index)))
  })

  it('ends a waiting receive with nothing when it is closed', async () => {
    const queue = openDiskQueue(freshDirectory(), shape)
    const waiting = queue.receive({ max: 1, waitSeconds: 60 })
    queue.close()
    expect(await waiting).toEqual([])
    expect(await queue.receive({ max: 1, waitSeconds: 60 })).toEqual([])
  })

  it('refuses what the kind of queue does not know', async () => {
    const fifo = openDiskQueue(freshDirectory(), shape)
    const standard = openDiskQueue(freshDirectory(), { ...shape, fifo: false })
    await expect(fifo.send({ body: 'x' })).rejects.toThrow('needs a group')
    await expect(fifo.send({ body: 'x', groupId: 'A', delaySeconds: 1 })).rejects.toThrow('cannot be delayed')
    await expect(standard.send({ body: 'x', deduplicationId: '1' })).rejects.toThrow('Only a FIFO queue')
    fifo.close()
    standard.close()
  })
})

describe('the disk queue under any sequence of sends, failures and time-outs', () => {
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), group: fc.constantFrom('A', 'B', 'C') }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('receive' as const), fails: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('elapse' as const), seconds: fc.constantFrom(10, 61) }) },
  )

  it('handles each group in order and loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        let now = 0
        const queue = openDiskQueue(freshDirectory(), { ...shape, maxReceives: 1000 }, () => now)
        const sent: Record<string, string[]> = { A: [], B: [], C: [] }
        const handled: Record<string, string[]> = { A: [], B: [], C: [] }
        const consume = async (fails: boolean) => {
          for (const message of await queue.receive({ max: 2, waitSeconds: 0 })) {
            if (fails) continue
            handled[message.groupId ?? '']?.push(message.body)
            await queue.remove(message.receipt)
          }
        }
        for (const [index, todo] of steps.entries()) {
          if (todo.kind === 'elapse') now += todo.seconds * 1000
          if (todo.kind === 'receive') await consume(todo.fails)
          if (todo.kind === 'send') {
            sent[todo.group]?.push(String(index))
            await queue.send({ body: String(index), groupId: todo.group })
          }
        }
        now += 61_000
        for (const _ of steps) await consume(false)
        queue.close()
        expect(handled).toEqual(sent)
      }),
      { numRuns: 40 },
    )
  })
})
