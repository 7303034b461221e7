import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import type { QueueShape } from '#core/deployment/queues.ts'
import type { QueueMessage } from '#core/ports/queue.ts'

const deduplicationMs = 5 * 60 * 1000
/** How long a process waits for another one's transaction; each takes well under a millisecond. */
const lockTimeoutMs = 10_000

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    group_id TEXT,
    visible_at INTEGER NOT NULL,
    receive_count INTEGER NOT NULL DEFAULT 0,
    dead INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_group ON messages (group_id, dead, position);
  CREATE TABLE IF NOT EXISTS deduplication (id TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
`

const columns = 'position, id, body, group_id, receive_count'

const RowSchema = v.object({
  position: v.number(),
  id: v.string(),
  body: v.string(),
  group_id: v.nullable(v.string()),
  receive_count: v.number(),
})

export type MessageRow = v.InferOutput<typeof RowSchema>
/** A message as it was handed out one time: what a later hand-out supersedes. */
export type Handout = { readonly id: string; readonly receiveCount: number }

const parseRows = (rows: readonly unknown[]): readonly MessageRow[] =>
  v.parse(v.array(RowSchema), rows).toSorted((a, b) => a.position - b.position)

const prepareStatements = (database: DatabaseSync) => ({
  forget: database.prepare('DELETE FROM deduplication WHERE until <= :now'),
  remember: database.prepare('INSERT INTO deduplication (id, until) VALUES (:id, :until) ON CONFLICT DO NOTHING'),
  add: database.prepare(
    'INSERT INTO messages (id, body, group_id, visible_at) VALUES (:id, :body, :group, :visibleAt)',
  ),
  bury: database.prepare(
    'UPDATE messages SET dead = 1 WHERE dead = 0 AND visible_at <= :now AND receive_count >= :maxReceives',
  ),
  // Only the oldest message of a group may go out: while it is in flight or delayed, its group waits.
  claim: database.prepare(`
    UPDATE messages SET visible_at = :until, receive_count = receive_count + 1
    WHERE position IN (
      SELECT position FROM messages AS candidate
      WHERE dead = 0 AND visible_at <= :now AND NOT EXISTS (
        SELECT 1 FROM messages AS earlier
        WHERE earlier.group_id = candidate.group_id AND earlier.dead = 0 AND earlier.position < candidate.position
      )
      ORDER BY position LIMIT :max
    )
    RETURNING ${columns}`),
  remove: database.prepare('DELETE FROM messages WHERE id = :id AND receive_count = :receiveCount AND dead = 0'),
  defer: database.prepare(
    'UPDATE messages SET visible_at = :until WHERE id = :id AND receive_count = :receiveCount AND visible_at > :now',
  ),
  release: database.prepare('UPDATE messages SET visible_at = :now WHERE visible_at > :now AND receive_count > 0'),
  dead: database.prepare(`SELECT ${columns} FROM messages WHERE dead = 1`),
})

const isLocked = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 5

const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, { timeout: lockTimeoutMs })
  // SQLite waits for every lock but the one that makes a new file a WAL database, which two processes may want at once.
  for (const giveUpAt = Date.now() + lockTimeoutMs; ; ) {
    try {
      database.exec(schema)
      return database
    } catch (error) {
      if (!isLocked(error) || Date.now() > giveUpAt) throw error
    }
  }
}

/** The messages of one queue in a SQLite file. Each function is one transaction, and several processes may work on the file. */
export const openMessageTable = (path: string, shape: QueueShape) => {
  const database = openDatabase(path)
  const statements = prepareStatements(database)

  const transaction = <Result>(work: () => Result): Result => {
    database.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      database.exec('COMMIT')
      return result
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
  }

  return {
    add: ({ body, groupId, deduplicationId, delaySeconds = 0 }: QueueMessage, now: number): void =>
      transaction(() => {
        if (deduplicationId !== undefined) {
          statements.forget.run({ now })
          const { changes } = statements.remember.run({ id: deduplicationId, until: now + deduplicationMs })
          if (changes === 0) return
        }
        const visibleAt = now + delaySeconds * 1000
        statements.add.run({ id: randomUUID(), body, group: groupId ?? null, visibleAt })
      }),
    claim: (max: number, now: number): readonly MessageRow[] =>
      transaction(() => {
        statements.bury.run({ now, maxReceives: shape.maxReceives })
        return parseRows(statements.claim.all({ now, max, until: now + shape.visibilitySeconds * 1000 }))
      }),
    remove: (handout: Handout): void => void statements.remove.run(handout),
    defer: (handout: Handout, until: number, now: number): void =>
      void statements.defer.run({ ...handout, until, now }),
    release: (now: number): void => void statements.release.run({ now }),
    dead: (): readonly MessageRow[] => parseRows(statements.dead.all()),
    close: (): void => database.close(),
  }
}
