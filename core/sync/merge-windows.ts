import type { FileContents, Window } from './file-contents.ts'

/** Those of the windows that a day lies in. */
export const windowsAround = (windows: readonly Window[], day: string | null): readonly Window[] =>
  day === null ? [] : windows.filter(({ oldest, newest }) => day >= oldest && day <= newest)

/** The windows of a file: from the oldest to the newest day of its records, or those of the files it was merged from. */
export const windowsOf = ({ records, windows, quarantined, rowsWithoutId }: FileContents): readonly Window[] => {
  if (windows) return windows
  let [oldest, newest] = ['', '']
  for (const { record } of records.values()) {
    if (record.day === null) continue
    if (oldest === '' || record.day < oldest) oldest = record.day
    if (record.day > newest) newest = record.day
  }
  return oldest === '' ? [] : [{ oldest, newest, quarantined, rowsWithoutId }]
}

/** What an earlier file still says beside a later one: nothing about the days that the later one covers, its quarantined rows aside. */
const stillSaid = (earlier: FileContents, later: FileContents): FileContents['records'] => {
  if (later.rowsWithoutId > 0) return earlier.records
  const windows = windowsOf(later)
  return new Map(
    [...earlier.records].filter(
      ([id, { record }]) => later.quarantined.has(id) || windowsAround(windows, record.day).length === 0,
    ),
  )
}

/** Two files that cover a window each as one, equal to applying the earlier and then the later. */
export const mergeWindows = (earlier: FileContents, later: FileContents): FileContents => ({
  records: new Map([...stillSaid(earlier, later), ...later.records]),
  derived: new Map([...earlier.derived, ...later.derived]),
  quarantined: new Set([...earlier.quarantined, ...later.quarantined]),
  rowsWithoutId: earlier.rowsWithoutId + later.rowsWithoutId,
  windows: [...windowsOf(earlier), ...windowsOf(later)],
})
