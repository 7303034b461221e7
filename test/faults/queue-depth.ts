import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { type QueueName, queues } from '#core/deployment/queues.ts'

const RowSchema = v.object({ visible_at: v.number(), receive_count: v.number() })

/** Looks at the disk queues from outside: the messages that are next to be handled. All of a FIFO queue are of one group here. */
export const watchQueues = (folder: string, names: readonly QueueName[]) => {
  const opened = names.map((name) => {
    const database = new DatabaseSync(join(folder, `${name}.sqlite`), { timeout: 10_000 })
    const limit = queues[name].fifo ? 1 : 1_000
    const select = `SELECT visible_at, receive_count FROM messages WHERE dead = 0 ORDER BY position LIMIT ${limit}`
    return { database, statement: database.prepare(select) }
  })
  return {
    messages: () => opened.flatMap(({ statement }) => v.parse(v.array(RowSchema), statement.all())),
    close: (): void => {
      for (const { database } of opened) database.close()
    },
  }
}
