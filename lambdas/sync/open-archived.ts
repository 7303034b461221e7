import type { ExportFile } from '#core/control/file.ts'
import { Fault } from '#core/fault.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { OpenBytes } from '../reading/read-table.ts'

/** Opens the archived copy of a file, from its beginning each time. */
export const openArchived =
  ({ archive }: { readonly archive: Pick<FileStore, 'open'> }, file: ExportFile): OpenBytes =>
  async () => {
    const bytes = file.archive && (await archive.open(file.archive))
    if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `file ${file.id}`)
    return bytes
  }
