import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { QueueShape } from '#core/deployment/queues.ts'
import type { Queue, QueueMessage, ReceivedMessage } from '#core/ports/queue.ts'
import type { Clock } from '#core/ports/system.ts'
import { type Handout, type MessageRow, openMessageTable } from './message-table.ts'

export type DeadLetter = Omit<ReceivedMessage, 'receipt'>

export type DiskQueue = Queue & {
  /** Messages that were handed out `maxReceives` times and never removed, oldest first. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Makes what a killed consumer held visible at once: for a start, while nobody else consumes. */
  releaseHeld(): Promise<void>
  /** Ends waiting `receive` calls with nothing; afterwards nothing is handed out. */
  close(): void
}

/** How soon a waiting consumer notices what another process sent, or what became visible by the passing of time. */
const pollMs = 100

const letterOf = (row: MessageRow): DeadLetter => ({
  messageId: row.id,
  body: row.body,
  receiveCount: row.receive_count,
  ...(row.group_id !== null && { groupId: row.group_id }),
})

const receiptOf = (row: MessageRow): string => `${row.id}/${row.receive_count}`
const handoutOf = (receipt: string): Handout => {
  const [id = '', count = ''] = receipt.split('/')
  return { id, receiveCount: Number(count) }
}

const check = ({ groupId, deduplicationId, delaySeconds }: QueueMessage, { fifo }: QueueShape): void => {
  if (fifo && groupId === undefined) throw new Error('A message of a FIFO queue needs a group.')
  if (fifo && delaySeconds !== undefined) throw new Error('A message of a FIFO queue cannot be delayed.')
  if (!fifo && (groupId ?? deduplicationId) !== undefined)
    throw new Error('Only a FIFO queue knows groups and deduplication.')
}

/** Sleepers that anything in this process may wake. */
const createBell = () => {
  const sleepers = new Set<() => void>()
  return {
    ring: () => {
      for (const wake of [...sleepers]) wake()
    },
    sleep: (ms: number) =>
      new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          sleepers.delete(wake)
          resolve()
        }
        const timer = setTimeout(wake, ms)
        sleepers.add(wake)
      }),
  }
}

/** A durable queue in `<directory>/<name>.sqlite`. Several consumers and processes may use it; a sent message survives any crash. */
export const openDiskQueue = (
  directory: string,
  shape: QueueShape & { readonly name: string },
  clock: Clock = Date.now,
): DiskQueue => {
  mkdirSync(directory, { recursive: true })
  const table = openMessageTable(join(directory, `${shape.name}.sqlite`), shape)
  const bell = createBell()
  let closed = false

  const receive = async (max: number, deadline: number): Promise<readonly ReceivedMessage[]> => {
    for (;;) {
      const rows = closed ? [] : table.claim(max, clock())
      const remaining = deadline - performance.now()
      if (rows.length > 0 || closed || remaining <= 0)
        return rows.map((row) => ({ ...letterOf(row), receipt: receiptOf(row) }))
      await bell.sleep(Math.min(remaining, pollMs))
    }
  }

  return {
    send: async (message) => {
      check(message, shape)
      table.add(message, clock())
      bell.ring()
    },
    receive: ({ max, waitSeconds }) => receive(max, performance.now() + waitSeconds * 1000),
    remove: async (receipt) => {
      table.remove(handoutOf(receipt))
      bell.ring()
    },
    changeVisibility: async (receipt, seconds) => {
      const now = clock()
      table.defer(handoutOf(receipt), now + seconds * 1000, now)
      bell.ring()
    },
    deadLetters: async () => table.dead().map(letterOf),
    releaseHeld: async () => table.release(clock()),
    close: () => {
      if (closed) return
      closed = true
      table.close()
      bell.ring()
    },
  }
}
