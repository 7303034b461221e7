import type { FileContents } from './file-contents.ts'
import { fileTable, isGiven } from './file-table.ts'
import type { ManifestTable } from './manifest-table.ts'
import { putInto } from './merge-windows.ts'

const noIds: ReadonlySet<string> = new Set()

/** A file, and what changed since, as one: equal to applying the earlier and then the later. No row of theirs is taken for known. */
export const mergeDeltas = (earlier: FileContents, later: FileContents): FileContents => {
  const gone = later.dropped ?? noIds
  const table = fileTable()
  putInto(table, earlier.table, (number) => !gone.has(earlier.table.id(number)))
  putInto(table, later.table, () => true)
  const quarantined = [...earlier.quarantined, ...later.quarantined]
  const stillGone = [...(earlier.dropped ?? noIds)].filter((id) => !later.quarantined.has(id))
  return {
    table,
    known: new Uint32Array(0),
    quarantined: new Set(quarantined.filter((id) => !isGiven(table, id) && !gone.has(id))),
    rowsWithoutId: earlier.rowsWithoutId + later.rowsWithoutId,
    dropped: new Set([...stillGone.filter((id) => !isGiven(table, id)), ...gone]),
  }
}

/**
 * What changed, beside everything that is committed: it removes nobody. What it does not name stays as it is and needs no look, unless its
 * removal is held, or `stays` says that it may not; that only holds while rows are read as they were.
 */
export const besideCommitted = <Contents extends FileContents>(
  contents: Contents,
  base: ManifestTable,
  stays: (index: number) => boolean,
): Contents => {
  const known = Uint32Array.from({ length: base.size }, (_, index) => {
    const id = base.id(index)
    const row = contents.known[index] ?? 0
    if (row > 0 || contents.quarantined.has(id) || contents.dropped?.has(id) || isGiven(contents.table, id)) return row
    return stays(index) && base.absentSince(index) === null ? 1 : 0
  })
  return { ...contents, known, windows: [] }
}
