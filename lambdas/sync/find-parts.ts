import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { namesPart } from '#core/files/file-name.ts'
import { type Join, partFileName } from '#core/mapping/join.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { PartSource } from '../reading/read-joined.ts'
import { openArchived } from './open-archived.ts'

type ArchivePorts = Parameters<typeof openArchived>[0]
type Ports = ArchivePorts & { readonly control: Pick<ControlStore, 'query'> }

/** Whether a file has the name of a part, and its contents. One that a dataset claims is never a part. */
export const isFileOf = ({ files }: Pick<Join, 'files'>, { dataset, archive, name }: ExportFile): boolean =>
  dataset === null && archive !== null && namesPart(files, name)

const isReadable = ({ state }: ExportFile): boolean =>
  state !== 'REFUSED' && state !== 'SUPERSEDED' && state !== 'EXCLUDED' && state !== 'UNPACKED'

export const partSource = (ports: ArchivePorts, join: Join, file: ExportFile, limit?: number): PartSource => ({
  join,
  id: file.id,
  name: file.name,
  open: openArchived(ports, file, limit),
})

export type FoundParts = {
  readonly parts: readonly PartSource[]
  /** Names of files that have not come yet, or are not kept. */
  readonly awaited: readonly string[]
  /** Size of the parts together. */
  readonly bytes: number
}

/** The newest file of each part, packed bytes of which may come to `limit` bytes, and the names of those of which none is kept. */
export const findParts = async (
  ports: Ports,
  integrationId: string,
  joins: readonly Join[],
  limit?: number,
): Promise<FoundParts> => {
  const newest = new Map<Join, ExportFile>()
  if (joins.length > 0) {
    const query = { ...filePartition(integrationId), descending: true }
    for await (const file of listDocuments(ports.control, query, ExportFileSchema)) {
      for (const join of joins)
        if (!newest.has(join) && isReadable(file) && isFileOf(join, file)) newest.set(join, file)
      if (newest.size === joins.length) break
    }
  }
  return {
    parts: joins.flatMap((join) => {
      const file = newest.get(join)
      return file ? [partSource(ports, join, file, limit)] : []
    }),
    awaited: joins.filter((join) => !newest.has(join)).map(partFileName),
    bytes: newest.values().reduce((sum, { size }) => sum + size, 0),
  }
}
