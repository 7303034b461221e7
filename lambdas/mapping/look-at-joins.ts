import { type Answer, type Refusal, refuse, success } from '#core/api/answer.ts'
import type { ErrorCode } from '#core/api/errors.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import { mayBePart, namesPart, partWord } from '#core/files/file-name.ts'
import type { TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { Join } from '#core/mapping/join.ts'
import { maskedColumns } from '#core/mapping/masking.ts'
import { sampleColumns } from '#core/mapping/sample-column.ts'
import { type PartSource, readJoined } from '../reading/read-joined.ts'
import { sampleTable } from '../reading/sample-table.ts'
import { findParts } from '../sync/find-parts.ts'
import { openArchived } from '../sync/open-archived.ts'
import { type FoundFile, maxBytes } from './found-file.ts'
import type { MappingPorts } from './ports.ts'
import { shownColumn } from './shown-column.ts'

const shownFiles = 10
const judgedRows = 200

const tooLarge = refuse(
  'PLATFORM.INPUT_INVALID',
  'The files are larger than 100 MB together, too large to be looked through while you wait.',
)

type Ports = Pick<MappingPorts, 'control' | 'archive' | 'decode'>

const shownColumns = (header: readonly string[], rows: readonly TableRow[]) => {
  const columns = sampleColumns(header, rows)
  const masked = maskedColumns(columns, null)
  return columns.map((column) => shownColumn(column, masked.has(column.index), rows))
}

/** The newest files, one of each name, that no dataset claims. */
const joinableFiles = async ({ control }: Ports, integrationId: string): Promise<readonly ExportFile[]> => {
  const newest = new Map<string, ExportFile>()
  const query = { ...filePartition(integrationId), descending: true }
  for await (const file of listDocuments(control, query, ExportFileSchema)) {
    const word = partWord(file.name).toLowerCase()
    const isKept = file.archive !== null && file.state !== 'UNPACKED'
    const isJoinable = file.dataset === null && file.kind === undefined && isKept && mayBePart(file.name)
    if (isJoinable && !newest.has(word)) newest.set(word, file)
    if (newest.size === shownFiles) break
  }
  return [...newest.values()]
}

const notRead = { dialect: null, evidence: [], tables: [] }

/** A file as its join has it read, with what would be found if nothing were said. */
const shownFile = async (ports: Ports, file: ExportFile, joins: readonly Join[]) => {
  const { id, name } = file
  const said = joins.find(({ files }) => namesPart(files, name))?.dialect
  const open = openArchived(ports, file, maxBytes)
  const found = await sampleTable(open, { name, isDraft: true }, judgedRows)
  const sample = said ? await sampleTable(open, { name, dialect: said, isDraft: true }, judgedRows) : found
  const { dialect, evidence, tables } = found.kind === 'sample' ? found : notRead
  const columns = sample.kind === 'sample' ? shownColumns(sample.header, sample.rows) : []
  return { file_id: id, name, word: partWord(name), columns, dialect, evidence, tables, issues: sample.issues }
}

const countOf = (issues: readonly Issue[], isMeant: (issue: Issue) => boolean): number =>
  issues.filter(isMeant).reduce((sum, { count }) => sum + count, 0)

/** What the rows of the file find in its parts. */
const matches = async (
  { open, name, dataset }: FoundFile,
  parts: readonly PartSource[],
  dialect: PartialDialect | undefined,
) => {
  const nothing = { rows: 0, parts: [], columns: [] }
  const table = await readJoined(open, { name, dataset, parts, dialect, isDraft: true })
  if (table.kind === 'refused') return { ...nothing, issues: table.issues }
  const keys = parts.map(({ join }) => join.to.map((column) => columnIndex(table.header, column)))
  const blank = parts.map(() => 0)
  const judged: TableRow[] = []
  let rows = 0
  for await (const event of table.events) {
    if (event.kind === 'refused') return { ...nothing, issues: [event.issue] }
    if (event.kind !== 'rows') continue
    for (const row of event.rows) {
      rows += 1
      if (judged.length < judgedRows) judged.push(row)
      for (const [at, key] of keys.entries())
        if (key.some((index) => (row.cells[index] ?? '').trim() === '')) blank[at] = (blank[at] ?? 0) + 1
    }
  }
  const { issues } = table
  const shown = parts.map(({ join, name: fileName }, at) => {
    const missing = countOf(issues, ({ code, params }) => code === 'JOIN_ROW_MISSING' && params?.file === fileName)
    const repeated = countOf(issues, ({ code, file }) => code === 'JOIN_KEY_REPEATED' && file === fileName)
    const without = blank[at] ?? 0
    return { name: join.name, file_name: fileName, matched: rows - missing - without, without_key: without, repeated }
  })
  const prefixes = parts.map(({ join }) => `${join.name}.`)
  const columns = shownColumns(table.header, judged).filter(({ name: column }) =>
    prefixes.some((prefix) => column.startsWith(prefix)),
  )
  return { rows, parts: shown, columns, issues: issues.filter(({ severity }) => severity === 'error') }
}

const noMatches = { rows: 0, parts: [], columns: [], issues: [] }

type Found<Code extends ErrorCode> = (FoundFile & { readonly kind: 'found' }) | Refusal<Code>

/** Which files could be joined with one, and what its rows find in those that are: the proof that the keys are the right ones. */
export const lookAtJoins = async <Code extends ErrorCode>(
  ports: Ports,
  integrationId: string,
  { joins, dialect }: { readonly joins: readonly Join[]; readonly dialect?: PartialDialect | undefined },
  find: () => Promise<Found<Code>>,
): Promise<Answer<Code | 'PLATFORM.INPUT_INVALID'>> => {
  const { parts, awaited, bytes } = await findParts(ports, integrationId, joins, maxBytes)
  const files = await Promise.all(
    (await joinableFiles(ports, integrationId)).map((file) => shownFile(ports, file, joins)),
  )
  if (parts.length === 0) return success({ files, awaited, ...noMatches })
  const file = await find()
  if (file.kind === 'refused') return file
  if (file.size + bytes > maxBytes) return tooLarge
  return success({ files, awaited, ...(await matches(file, parts, dialect)) })
}
