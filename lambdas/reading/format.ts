import { csvColumns } from '#core/issues/issue-csv.ts'

/** A format that is no delimited text, by the name of the sentence that says so. */
export type ForeignFormat =
  | 'fileIsExcel'
  | 'fileIsCompressed'
  | 'fileIsEncrypted'
  | 'fileIsXml'
  | 'fileIsPdf'
  | 'fileIsParquet'
  | 'fileIsPicture'
  | 'fileIsResult'

const signatures: readonly (readonly [string, ForeignFormat])[] = [
  ['\x1f\x8b', 'fileIsCompressed'],
  ['BZh', 'fileIsCompressed'],
  ['7z\xbc\xaf', 'fileIsCompressed'],
  ['Rar!', 'fileIsCompressed'],
  ['\xfd7zXZ', 'fileIsCompressed'],
  ['\x28\xb5\x2f\xfd', 'fileIsCompressed'],
  ['-----BEGIN PGP', 'fileIsEncrypted'],
  ['%PDF', 'fileIsPdf'],
  ['PAR1', 'fileIsParquet'],
  ['\x89PNG', 'fileIsPicture'],
  ['\xff\xd8\xff', 'fileIsPicture'],
]

const extensions: Readonly<Record<string, ForeignFormat>> = {
  xlsx: 'fileIsExcel',
  xlsm: 'fileIsExcel',
  xlsb: 'fileIsExcel',
  xls: 'fileIsExcel',
}

/** What a file is by its first bytes, when it is a known format that is no delimited text. */
export const formatByBytes = (head: Uint8Array): ForeignFormat | undefined => {
  const start = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  return signatures.find(([signature]) => start.startsWith(signature))?.[1]
}

/** What a file without readable text probably is, by its name. */
export const formatByName = (name: string): ForeignFormat | undefined => {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined
}

/** Whatever program has saved it once more, and whatever it is called by then. */
const isResult = (start: string): boolean => {
  const [header = ''] = start.replace('\ufeff', '').split(/\r|\n/, 1)
  return csvColumns.join() === header.replaceAll(/"/g, '').replaceAll(/[;\t]/g, ',')
}

/** Text that is no export. */
export const formatByText = (start: string): ForeignFormat | undefined => {
  if (isResult(start)) return 'fileIsResult'
  return /^\s*<(?:\?xml|!doctype|html|[a-z][\w:.-]*(?:\s[^<>]{0,500})?>\s*<)/i.test(start) ? 'fileIsXml' : undefined
}

// Some files have cells between 0x01 or 0x1c to 0x1f.
const allowedControls: ReadonlySet<number> = new Set([0x01, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1c, 0x1d, 0x1e, 0x1f])
const maxControlShare = 0.01

/** Whether bytes are something else than text: more than one in a hundred is a control character. */
export const isBinary = (head: Uint8Array): boolean => {
  let controls = 0
  for (const byte of head) if (byte < 0x20 && !allowedControls.has(byte)) controls += 1
  return controls > head.length * maxControlShare
}
