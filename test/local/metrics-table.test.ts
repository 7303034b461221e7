import { expect, test } from 'vitest'
import { openMetricsTable } from '../../local/adapters/metrics-table.ts'
import { countingLog } from '../../local/metered.ts'

const minute = 60_000
const day = 24 * 60 * minute
const midnight = Date.UTC(2026, 4, 4)

const tableAt = (start: number) => {
  let now = start
  const table = openMetricsTable(':memory:', () => now)
  return {
    ...table,
    at: (moment: number) => {
      now = moment
    },
    readHours: (name: 'FilesReceived' | 'SyncDuration', from: number, to: number) =>
      table.read({ names: [name], from, to, period: 3600 }),
  }
}

test('what the log tells is added up by period; a duration has its longest', async () => {
  const table = tableAt(midnight)
  const log = countingLog(() => undefined, table.add)
  log('FILE_RECEIVED')
  log('SYNC_FINISHED', { milliseconds: 30 })
  table.at(midnight + 59 * minute)
  log('FILE_RECEIVED')
  log('SYNC_FINISHED', { milliseconds: 10 })
  table.at(midnight + 60 * minute)
  log('FILE_RECEIVED')
  const [files] = await table.readHours('FilesReceived', midnight, midnight + day)
  expect(files?.points).toEqual([
    { at: midnight, sum: 2, spread: null },
    { at: midnight + 60 * minute, sum: 1, spread: null },
  ])
  const [durations] = await table.readHours('SyncDuration', midnight, midnight + day)
  expect(durations?.points).toEqual([{ at: midnight, sum: 40, spread: { samples: 2, max: 30 } }])
  table.close()
})

test('only what lies in the range is read, and what is older than five weeks is forgotten', async () => {
  const table = tableAt(midnight)
  table.add('FilesReceived', 1)
  expect((await table.readHours('FilesReceived', midnight - day, midnight))[0]?.points).toEqual([])
  table.at(midnight + 36 * day)
  table.add('FilesReceived', 1)
  expect((await table.readHours('FilesReceived', 0, midnight + 40 * day))[0]?.points).toHaveLength(1)
  table.close()
})
