import type { ExportFile } from '#core/control/file.ts'
import { Fault } from '#core/fault.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Decode, Decoded } from '../decode/decode.ts'
import type { OpenBytes } from '../reading/read-table.ts'

type Ports = { readonly archive: Pick<FileStore, 'open'>; readonly decode: Decode }

/**
 * Opens what the archived copy of a file says, decrypted and unpacked, from its beginning each time. With `limit`, packed bytes may
 * come to no more bytes than that.
 */
export const openArchived = ({ archive, decode }: Ports, file: ExportFile, limit?: number): Decoded => {
  const { dataset, mustBeEncrypted = false, unpackedFrom } = file
  const isMember = unpackedFrom !== undefined
  const open: OpenBytes = async () => {
    const bytes = file.archive && (await archive.open(file.archive))
    if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `file ${file.id}`)
    return bytes
  }
  return decode(open, { dataset, mustBeEncrypted, isMember, ...(limit === undefined ? {} : { limit }) })
}
