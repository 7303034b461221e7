import { makeZip, type ZipEntry } from './make-zip.ts'

type SheetInput = { readonly name: string; readonly xml: string; readonly state?: string }

export type WorkbookInput = {
  readonly sheets: readonly SheetInput[]
  readonly strings?: readonly string[]
  /** Codes of number formats; cells have style 1 for the first of them, and so on. */
  readonly formats?: readonly string[]
  readonly from1904?: boolean
  readonly further?: readonly ZipEntry[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships>${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Cells of a sheet: text goes in as it is, numbers as numbers, anything else as the XML of a cell. */
export const sheetOf = (rows: readonly (readonly (string | number | null)[])[], behind = ''): string => {
  const cell = (value: string | number | null): string => {
    if (value === null) return '<c/>'
    if (typeof value === 'number') return `<c><v>${value}</v></c>`
    return value.startsWith('<c') ? value : `<c t="inlineStr"><is><t>${value}</t></is></c>`
  }
  const lines = rows.map((row) => `<row>${row.map(cell).join('')}</row>`)
  return `<worksheet><sheetData>${lines.join('')}</sheetData>${behind}</worksheet>`
}

/** A workbook such as Excel saves, as far as it is read. */
export const makeWorkbook = ({ sheets, strings = [], formats = [], from1904, further = [] }: WorkbookInput): Buffer => {
  const styles = `<styleSheet><numFmts>${formats
    .map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
    .map((_, i) => `<xf numFmtId="${170 + i}"/>`)
    .join('')}<xf numFmtId="14"/></cellXfs></styleSheet>`
  const list = sheets.map(
    ({ name, state }, i) => `<sheet name="${name}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
  )
  const targets = sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const)
  return makeZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    { name: '_rels/.rels', bytes: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: relations([...targets, ['sharedStrings', '/xl/sharedStrings.xml'], ['styles', 'styles.xml']]),
    },
    { name: 'xl/sharedStrings.xml', bytes: `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>` },
    { name: 'xl/styles.xml', bytes: styles },
    ...sheets.map(({ xml }, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, bytes: xml })),
    ...further,
  ])
}
