import type { ManifestRow } from '#core/sync/manifest.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

/** Every row of a manifest, but for how the row of its file is recognised: that depends on what was read before. */
export const manifestRows = (table: ManifestTable): readonly Omit<ManifestRow, 'marks'>[] =>
  Array.from({ length: table.size }, (_, index) => {
    const { marks: _marks, ...row } = table.row(index)
    return row
  })
