type ForeignFormat = { readonly name: string; readonly instead: string }

const asCsv = 'Set the export to CSV (comma, semicolon or tab between the columns) and upload it again.'
const excel: ForeignFormat = {
  name: 'an Excel workbook',
  instead: 'Workbooks cannot be read yet. In the HR system choose CSV instead of Excel, and upload that file.',
}
const archive: ForeignFormat = {
  name: 'a compressed file',
  instead: 'Compressed files cannot be read yet. Upload the CSV file itself, not packed.',
}
const encrypted: ForeignFormat = {
  name: 'an encrypted file (PGP)',
  instead: 'Encrypted files cannot be read yet. Upload the plain CSV file: SFTP encrypts it on its way.',
}
const json: ForeignFormat = { name: 'JSON', instead: `JSON cannot be read yet. ${asCsv}` }
const xml: ForeignFormat = { name: 'XML or HTML', instead: `XML cannot be read. ${asCsv}` }
const other = (name: string): ForeignFormat => ({ name, instead: `It holds no table of text. ${asCsv}` })

const signatures: readonly (readonly [string, ForeignFormat])[] = [
  ['\xd0\xcf\x11\xe0', excel],
  ['\x1f\x8b', archive],
  ['BZh', archive],
  ['7z\xbc\xaf', archive],
  ['Rar!', archive],
  ['\xfd7zXZ', archive],
  ['\x28\xb5\x2f\xfd', archive],
  ['-----BEGIN PGP', encrypted],
  ['%PDF', other('a PDF document')],
  ['PAR1', other('a Parquet file')],
  ['\x89PNG', other('a picture')],
  ['\xff\xd8\xff', other('a picture')],
]

const extensions: Readonly<Record<string, ForeignFormat>> = {
  xlsx: excel,
  xlsm: excel,
  xls: excel,
  zip: archive,
  gz: archive,
  pgp: encrypted,
  gpg: encrypted,
  asc: encrypted,
}

/** What a file is by its first bytes, when it is a known format that is no delimited text. */
export const formatByBytes = (head: Uint8Array, name: string): ForeignFormat | undefined => {
  const start = Buffer.from(head.subarray(0, 4096)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    return start.includes('[Content_Types].xml') || /\.xls[xm]$/i.test(name) ? excel : archive
  }
  return signatures.find(([signature]) => start.startsWith(signature))?.[1]
}

/** What a file without readable text probably is, by its name. */
export const formatByName = (name: string): ForeignFormat | undefined => {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined
}

/** Text that is no table. */
export const formatByText = (start: string): ForeignFormat | undefined => {
  if (/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(start)) return json
  return /^\s*<(?:\?xml|!doctype|html|[a-z][\w:.-]*(?:\s[^<>]{0,500})?>\s*<)/i.test(start) ? xml : undefined
}

const allowedControls: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a])
const maxControlShare = 0.01

/** Whether bytes are something else than text: more than one in a hundred is a control character. */
export const isBinary = (head: Uint8Array): boolean => {
  let controls = 0
  for (const byte of head) if (byte < 0x20 && !allowedControls.has(byte)) controls += 1
  return controls > head.length * maxControlShare
}
