import type { ExportFile } from '#core/control/file.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import { mappedColumns } from '#core/mapping/compile.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { renamedByValues } from '#core/mapping/renamed-by-values.ts'
import { sampleTable } from '../reading/sample-table.ts'
import { openArchived } from './open-archived.ts'
import type { SyncPorts } from './ports.ts'

type Room = {
  readonly dataset: Dataset
  readonly mapping: Mapping
  /** The file that the committed state was built from. */
  readonly current: ExportFile | undefined
}

/** Columns are missing, and no name in the header is like theirs. */
const isUnnamed = ({ says }: Issue): boolean => says === 'mappedColumnMissing' || says === 'idColumnMissing'

const columnsOf = async (ports: SyncPorts, { dataset, mapping }: Room, file: ExportFile) => {
  const options = { name: file.name, dataset, dialect: mapping.dialect ?? {} }
  const sample = await sampleTable(openArchived(ports, file), options)
  if (sample.kind === 'refused') return undefined
  const cellsOf = (index: number): readonly string[] => sample.rows.map(({ cells }) => cells[index] ?? '')
  return { header: sample.header, cellsOf }
}

const saidAgain = (found: Issue, likely: string, columns: readonly string[]): Issue => {
  const { column, dataset, code, params } = found
  if (column === null) return found
  const field = String(params?.field ?? '')
  const said =
    code === 'ID_COLUMN_MISSING'
      ? say('idColumnRenamed', { column, columns, likely })
      : say('mappedColumnRenamed', { column, field, likely })
  return issue(code, { ...said, dataset, column })
}

/** Looks, for each column that a file lacks, which other one has the values that it had in the file before. */
export const nameRenamed = async (
  ports: SyncPorts,
  room: Room,
  file: ExportFile,
  issues: readonly Issue[],
): Promise<readonly Issue[]> => {
  const { current, mapping } = room
  if (!current?.archive || current.id === file.id || !issues.some(isUnnamed)) return issues
  const [before, after] = [await columnsOf(ports, room, current), await columnsOf(ports, room, file)]
  if (!before || !after) return issues
  const used = new Set(mappedColumns(mapping).map((name) => columnIndex(after.header, name)))
  const unused = after.header.flatMap((name, i) => (used.has(i) ? [] : [[name, after.cellsOf(i)] as const]))
  return issues.map((each) => {
    const at = isUnnamed(each) && each.column !== null ? columnIndex(before.header, each.column) : -1
    const likely = at < 0 ? undefined : renamedByValues(before.cellsOf(at), new Map(unused))
    return likely === undefined ? each : saidAgain(each, likely, after.header)
  })
}
