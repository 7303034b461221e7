import type { ExportFile } from '#core/control/file.ts'
import { Fault } from '#core/fault.ts'
import type { OpenBytes } from '../reading/read-table.ts'
import type { SyncPorts } from './ports.ts'

/** Opens the archived copy of a file, from its beginning each time. */
export const openArchived =
  ({ archive }: Pick<SyncPorts, 'archive'>, file: ExportFile): OpenBytes =>
  async () => {
    const bytes = file.archive && (await archive.open(file.archive))
    if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `file ${file.id}`)
    return bytes
  }
