import { DatabaseSync } from 'node:sqlite'
import * as v from 'valibot'
import { isDuration, type MetricName } from '#core/deployment/metrics.ts'
import type { Metrics } from '#core/ports/metrics.ts'
import type { Clock } from '#core/ports/system.ts'

const bucketMs = 5 * 60_000
const keptMs = 35 * 24 * 60 * 60_000

// A lost moment of what was counted is no loss: the file need not be safe from a power cut.
const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = OFF;
  CREATE TABLE IF NOT EXISTS buckets (
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    sum REAL NOT NULL,
    samples INTEGER NOT NULL,
    max REAL NOT NULL,
    PRIMARY KEY (name, at)
  ) STRICT, WITHOUT ROWID;
`

const RowsSchema = v.array(v.object({ at: v.number(), sum: v.number(), samples: v.number(), max: v.number() }))

export type MetricsTable = Metrics & {
  add(name: MetricName, value: number): void
  close(): void
}

/** What the laptop measures of itself, in a SQLite file: five minutes in a row, for as long as CloudWatch has all that the dashboard shows. */
export const openMetricsTable = (path: string, now: Clock): MetricsTable => {
  const database = new DatabaseSync(path)
  database.exec(schema)
  const forget = database.prepare('DELETE FROM buckets WHERE at < :before')
  const add = database.prepare(`
    INSERT INTO buckets (name, at, sum, samples, max) VALUES (:name, :at, :value, 1, :value)
    ON CONFLICT DO UPDATE SET sum = sum + :value, samples = samples + 1, max = max(max, :value)`)
  const read = database.prepare(`
    SELECT at - at % :period AS at, sum(sum) AS sum, sum(samples) AS samples, max(max) AS max
    FROM buckets WHERE name = :name AND at >= :from AND at < :to GROUP BY 1 ORDER BY 1`)
  let bucket = 0
  return {
    add: (name, value) => {
      // What is said while the stack closes is not worth a failure.
      if (!database.isOpen) return
      const at = Math.floor(now() / bucketMs) * bucketMs
      if (at !== bucket) forget.run({ before: at - keptMs })
      bucket = at
      add.run({ name, at, value })
    },
    read: async ({ names, from, to, period }) =>
      names.map((name) => {
        const rows = v.parse(RowsSchema, read.all({ name, from, to, period: period * 1000 }))
        return {
          name,
          points: rows.map(({ at, sum, samples, max }) => ({
            at,
            sum,
            spread: isDuration(name) ? { samples, max } : null,
          })),
        }
      }),
    close: () => database.close(),
  }
}
