import type { FileContents, Window } from './file-contents.ts'
import { emptyManifest, type ManifestTable } from './manifest-table.ts'

/** Those of the windows that a day lies in. */
export const windowsAround = (windows: readonly Window[], day: string | null): readonly Window[] =>
  day === null ? [] : windows.filter(({ oldest, newest }) => day >= oldest && day <= newest)

/** The windows of a file: from the oldest to the newest day of its records, or those of the files it was merged from. */
export const windowsOf = (
  { records, known, windows, quarantined, rowsWithoutId }: FileContents,
  base: ManifestTable,
): readonly Window[] => {
  if (windows) return windows
  let [oldest, newest] = ['', '']
  const cover = (day: string | null): void => {
    if (day === null) return
    if (oldest === '' || day < oldest) oldest = day
    if (day > newest) newest = day
  }
  for (const { record } of records.values()) cover(record.day)
  for (const [index, row] of known.entries()) if (row > 0) cover(base.day(index))
  return oldest === '' ? [] : [{ oldest, newest, quarantined, rowsWithoutId }]
}

/** What an earlier file still says beside a later one: nothing about the days that the later one covers, its quarantined rows aside. */
const stillSaid = (earlier: FileContents, later: FileContents): FileContents['records'] => {
  if (later.rowsWithoutId > 0) return earlier.records
  const windows = windowsOf(later, emptyManifest)
  return new Map(
    [...earlier.records].filter(
      ([id, { record }]) => later.quarantined.has(id) || windowsAround(windows, record.day).length === 0,
    ),
  )
}

/** Two files that cover a window each as one, equal to applying the earlier and then the later. No row of theirs is taken for known. */
export const mergeWindows = (earlier: FileContents, later: FileContents): FileContents => ({
  records: new Map([...stillSaid(earlier, later), ...later.records]),
  known: new Uint32Array(0),
  derived: new Map([...earlier.derived, ...later.derived]),
  quarantined: new Set([...earlier.quarantined, ...later.quarantined]),
  rowsWithoutId: earlier.rowsWithoutId + later.rowsWithoutId,
  windows: [...windowsOf(earlier, emptyManifest), ...windowsOf(later, emptyManifest)],
})
