import { type Configuration, readConfiguration } from '#core/control/configuration.ts'
import { customFieldsOf } from '#core/control/custom-field.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { filePartition } from '#core/control/keys.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { withAddedTargets } from '#core/mapping/added-targets.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { readJoined } from '../reading/read-joined.ts'
import { findParts } from '../sync/find-parts.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { ConfigurePorts } from './ports.ts'

/** More people take longer to count than anybody waits: of a larger file the first rows speak for all. */
const maxRows = 100_000

/** Why nobody can be counted now. */
export const noPeople = {
  file: 'No employees file has arrived yet, or its contents are not kept any longer.',
  mapping: 'The employees file has no mapping yet. It gets one when its first sync has run.',
  unreadable: 'The newest employees file cannot be read with its mapping. Its report says why.',
} as const

type Ports = Pick<ConfigurePorts, 'control' | 'archive' | 'decode' | 'system'>
type Failed = { readonly kind: 'none'; readonly why: keyof typeof noPeople }

const isUsable = ({ dataset, archive, state }: ExportFile): boolean =>
  dataset === 'employees' && archive !== null && (state === 'QUEUED' || state === 'ARCHIVED' || state === 'ACCEPTED')

const newestFile = async ({ control }: Ports, { id }: Integration): Promise<ExportFile | undefined> => {
  const query = { ...filePartition(id), descending: true }
  for await (const file of listDocuments(control, query, ExportFileSchema)) if (isUsable(file)) return file
  return undefined
}

/** The newest employees file with the mapping that syncs would apply, before anything is taken out of it. */
export type EmployeesFile = {
  readonly kind: 'file'
  readonly file: ExportFile
  readonly mapping: Mapping
  readonly configuration: Configuration
}

export const employeesFile = async (ports: Ports, integration: Integration): Promise<EmployeesFile | Failed> => {
  const file = await newestFile(ports, integration)
  if (!file) return { kind: 'none', why: 'file' }
  const { approved, latest } = mappingNumbers(integration, 'employees')
  const version = await readMappingVersion(ports.control, integration.id, 'employees', approved || latest)
  if (!version) return { kind: 'none', why: 'mapping' }
  const configuration = await readConfiguration(ports.control, integration, ports.system.clock())
  return { kind: 'file', file, mapping: version.mapping, configuration }
}

export type Person = (key: string, values: FieldValues) => void
export type Tally<Result> = { readonly add: Person; readonly result: () => Result }

/**
 * Shows the people of the file to a tally, which `open` makes once it is known what the columns fill; `complete` says whether it were
 * all of them. Nothing is kept. `undefined` when the file cannot be read.
 */
export const meetPeople = async <Result extends object>(
  ports: Ports,
  { file, mapping, configuration }: EmployeesFile,
  open: (mapping: Mapping) => Tally<Result>,
  mostRows = maxRows,
): Promise<(Result & { readonly complete: boolean }) | undefined> => {
  const { dataset, dialect = {}, joins = [] } = mapping
  const { parts, awaited } = await findParts(ports, file.integrationId, joins)
  if (awaited.length > 0) return undefined
  const table = await readJoined(openArchived(ports, file), { name: file.name, dataset, dialect, parts })
  if (table.kind === 'refused') return undefined
  const custom = customFieldsOf(configuration.customFields, 'hris_employees')
  const whole = withAddedTargets(mapping, table.header, { custom, passed: [] })
  const compiled = compileMapping(whole, table.header)
  if (compiled.kind === 'refused') return undefined
  const { add, result } = open(whole)
  let left = mostRows
  for await (const event of table.events) {
    if (event.kind === 'refused') return undefined
    if (event.kind !== 'rows') continue
    left -= event.rows.length
    for (const { row, cells } of event.rows) {
      const mapped = compiled.map(cells, row)
      if (mapped.kind === 'mapped') add(mapped.key, mapped.values)
    }
    if (left <= 0) return { ...result(), complete: false }
  }
  return { ...result(), complete: true }
}
