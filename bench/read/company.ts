import { integrationKey, stateKey } from '#core/control/keys.ts'
import { emptyState } from '#core/control/state.ts'
import { recordId } from '#core/ids/record-id.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { RecordPut, RecordSpace } from '#core/ports/record-store.ts'
import { buildRow } from '#core/records/build.ts'
import type { BuiltRecord, JsonObject } from '#core/records/built-record.ts'
import { embedOf, withReferences } from '#core/records/render.ts'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { columns } from '../data/columns.ts'
import { mapping } from '../data/mapping.ts'
import { personAt } from '../data/person.ts'
import type { Progress } from '../progress.ts'
import { type Store, tables } from './store.ts'

const system = systemOf('bench')

export const portsOf = ({ client }: Store) => ({
  control: dynamoControlStore({ client, table: tables.control }),
  records: dynamoRecordStore({ client, table: tables.records, now: system.clock, random: system.random }),
  system,
})

/** An integration with so many employees in the records table, as a sync would have left it. */
export type Company = { readonly space: RecordSpace; readonly employees: number }

export type CompanySpec = {
  readonly name: string
  readonly employees: number
  readonly seed: number
  /** As many as a sync chooses, unless said. */
  readonly shards?: number
}

const compiled = compileMapping(
  mapping,
  columns.map(({ title }) => title),
)

const builtAt = (seed: number, index: number) => {
  if (compiled.kind === 'refused') throw new Error('The mapping of the generated export does not fit it.')
  const person = personAt(seed, index)
  const row = compiled.map(
    columns.map(({ cell }) => cell(person)),
    index + 2,
  )
  if (row.kind === 'quarantined') throw new Error(`The generated row ${index + 2} was not read.`)
  return buildRow('employees', row.key, row.values)
}

const writtenAt = Date.UTC(2026, 0, 2)

/** The item of an employee. A manager is shown with the ids only: their own row may not have been made yet. */
const putOf = (integrationId: string, seed: number, index: number): RecordPut => {
  const { record, derived } = builtAt(seed, index)
  const idOf = ({ model, key }: Pick<BuiltRecord, 'model' | 'key'>) => recordId(system.hash, integrationId, model, key)
  const stamps = { changed_at: new Date(writtenAt).toISOString(), remote_deleted_at: null }
  const shown = (other: BuiltRecord): readonly [string, JsonObject] => {
    const body = { ...other.own, id: idOf(other), remote_id: other.remoteId, ...stamps }
    return [idOf(other), embedOf(other.model, body)]
  }
  const managers = record.mentions
    .filter(({ role }) => role === 'manager')
    .map((mention) => [idOf(mention), { ...shown(record)[1], id: idOf(mention), remote_id: mention.key }] as const)
  const references = record.mentions.map((mention) => ({ role: mention.role, id: idOf(mention) }))
  const embeds = new Map([...derived.map(shown), ...managers])
  const id = idOf(record)
  const body = { id, remote_id: record.remoteId, ...record.own }
  return {
    id,
    remoteId: record.remoteId,
    body: JSON.stringify(withReferences('hris_employees', body, references, embeds)),
    changedAt: writtenAt,
    feedAt: writtenAt,
    deletedAt: null,
  }
}

/** As a sync chooses it: one shard for each 25,000 records. */
const shardsFor = (employees: number): number => Math.max(1, Math.ceil(employees / 25_000))

const slice = 2_000
const withinMs = 600_000

const committed = {
  fileId: 'file',
  fileName: 'employees.csv',
  fileOrder: '1',
  mappingVersion: 1,
  employeeSet: null,
  manifest: { key: 'manifest', versionId: '1' },
  committedAt: 1,
}

const createIntegration = async (
  store: Store,
  { integrationId, model, generation, shards, spreads }: RecordSpace,
  records: number,
) => {
  const { control } = portsOf(store)
  await control.create(integrationKey(integrationId), {
    id: integrationId,
    tool: 'sftp',
    category: 'HRIS',
    status: 'ACTIVE',
    endUser: { organizationName: 'Rheingold', creatorEmail: null, originId: null },
    scopeConfigId: null,
    sftpUser: integrationId,
    publicKeys: [],
    language: 'en',
    enableFiltering: false,
    enableFieldMapping: false,
    mappings: {},
    createdAt: 1,
    deletedAt: null,
  })
  const datasets = { employees: { ...committed, records } }
  await control.create(stateKey(integrationId), {
    ...emptyState,
    datasets,
    generations: { [model]: { generation, shards, spreads } },
  })
}

export const createCompany = async (
  store: Store,
  { name, employees, seed, shards = shardsFor(employees) }: CompanySpec,
  progress: Progress,
): Promise<Company> => {
  const space: RecordSpace = {
    integrationId: `sftp:${name}`,
    model: 'hris_employees',
    generation: 1,
    shards,
    // As the commit of the first load leaves it.
    spreads: [{ from: 0, to: writtenAt }],
  }
  const { records } = portsOf(store)
  await createIntegration(store, space, employees)
  for (let start = 0; start < employees; start += slice) {
    const count = Math.min(slice, employees - start)
    const puts = Array.from({ length: count }, (_, i) => putOf(space.integrationId, seed, start + i))
    await records.write(space, puts, Date.now() + withinMs)
    if (start % (10 * slice) === 0) progress(`${name}: ${start + count} of ${employees} employees stored`)
  }
  return { space, employees }
}

/** Writes the first `count` employees anew, as changed at `changedAt`. */
export const changeEmployees = async (
  store: Store,
  { space }: Company,
  { seed, count, changedAt }: { readonly seed: number; readonly count: number; readonly changedAt: number },
): Promise<void> => {
  const puts = Array.from({ length: count }, (_, index) => putOf(space.integrationId, seed, index))
  const changed = puts.map((put) => ({ ...put, changedAt, feedAt: changedAt }))
  await portsOf(store).records.write(space, changed, Date.now() + withinMs)
}
