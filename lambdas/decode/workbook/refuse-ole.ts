import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { type Bytes, peek } from '../bytes.ts'
import { otherWorkbook, workbookProtected } from '../refusals.ts'

const directoryPlace = 48
const sectorSizePlace = 30
/** Sixteen names: a workbook with a password has about ten. */
const directoryBytes = 2_048
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

const directoryStart = (head: Buffer): number =>
  head.length < 512 ? 0 : (head.readUInt32LE(directoryPlace) + 1) * 2 ** (head.readUInt16LE(sectorSizePlace) & 15)

/** Refuses what Office wraps in the old way ([MS-CFB]): workbooks of before 2007, and newer ones with a password. */
export const refuseOle = async (bytes: Bytes): Promise<never> => {
  const { head, all } = await peek(bytes, 512)
  const start = directoryStart(Buffer.from(head))
  const found: Uint8Array[] = []
  let at = 0
  for await (const chunk of all) {
    found.push(chunk.subarray(Math.max(0, start - at), Math.max(0, start + directoryBytes - at)))
    at += chunk.length
    if (at >= start + directoryBytes) break
  }
  throw new UnreadableFile(Buffer.concat(found).includes(encrypted) ? workbookProtected() : otherWorkbook())
}
