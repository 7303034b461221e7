import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { readDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { readReceipt } from '#core/control/receipt.ts'
import type { RemovalMessage } from '#core/deployment/queues.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { createErasure } from '../../lambdas/rights/erase-person.ts'
import { findPerson } from '../../lambdas/rights/find-person.ts'
import { requestErasure } from '../../lambdas/rights/request-erasure.ts'
import { keyedHash, random } from '../../lambdas/runtime/system.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

export const recordIdOf = (remoteId: string): string =>
  recordId(keyedHash('test'), integrationId, 'hris_employees', remoteId)

/** Somebody whose every cell is found nowhere else. */
export const canary = {
  id: 'CANARY-4711',
  recordId: recordIdOf('CANARY-4711'),
  cells: ['CANARY-4711', 'Zephyrine', 'Quillfeather', 'z.quillfeather@canary.example', '1', 'Canary Cove'],
} as const

const traces = ['CANARY', 'Zephyrine', 'Quillfeather', 'canary.example', canary.recordId]

const column = (name: string) => [{ from: 'column' as const, column: name }]

export const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: {
    first_name: column('first'),
    last_name: column('last'),
    work_email: column('email'),
    'manager.remote_id': column('manager'),
    'work_location.name': column('site'),
    start_date: column('start'),
  },
}

/** `note` is a column that no mapping knows. */
export const people = (...rows: readonly (readonly string[])[]): string =>
  [['id', 'first', 'last', 'email', 'manager', 'site', 'start', 'note'], ...rows]
    .map((cells) => cells.join(';'))
    .join('\n')

export const ada = [
  '1',
  'Ada',
  'Lovelace',
  'ada@acme.example',
  '',
  'Bern',
  '2020-01-01',
  'asked z.quillfeather@canary.example',
]
export const bob = ['2', 'Bob', 'Babbage', 'bob@acme.example', canary.id, 'Bern', '2021-01-01', canary.id]
export const zephyrine = (start = '2021-05-01') => [...canary.cells, start, 'Quillfeather, Zephyrine']

/** A customer of whom everything there is tells of the canary: records, manifests, plans, reports, files of each kind. */
export const openAviary = async (client?: DynamoDBClient) => {
  const work = await openWorkplace(client)
  await work.approveAs(mapping)
  await work.run(await work.deliver('employees.csv', people(ada, bob, zephyrine())))
  await work.run(
    await work.deliver(
      'absences.csv',
      `id,employee,type,start\na1,1,Sick,2026-01-05\nCANARY-a2,${canary.id},CANARY leave,2026-01-06\nCANARY-a3,${canary.id},Sick,CANARY day`,
    ),
  )
  await work.run(await work.deliver('employments.csv', `employee,since,title,pay\n${canary.id},2021-05-01,CANARY,7`))
  await work.run(await work.deliver('unclaimed.csv', `whatever\n${canary.id}`))
  await work.run(await work.deliver('employees.csv', people(ada, bob, zephyrine('CANARY day'))))
  await work.run(await work.deliver('timesheets.csv', `id,employee,date,hours\nt1,${canary.id},2026-01-02,CANARY`))
  return work
}

const system = (work: Workplace) => ({ clock: work.now, random, hash: keyedHash('test'), equal: () => true })

/** Asks for the erasure of a person; answers the message that carries it out. */
export const ask = async (
  work: Workplace,
  named: { readonly id?: string; readonly remote_id?: string } = { remote_id: canary.id },
): Promise<RemovalMessage> => {
  const ports = { control: work.control, syncQueue: work.syncQueue, records: work.ports.records, system: system(work) }
  const connected = await readDocument(work.control, integrationKey(integrationId), IntegrationSchema)
  const person = connected && (await findPerson(ports, connected, named))
  if (!person) throw new Error('nobody is called so')
  const { id: receiptId } = await requestErasure(ports, integrationId, person)
  return { kind: 'erasure', integrationId, receiptId }
}

export const erase = async (
  work: Workplace,
  message: RemovalMessage,
  on: SyncPorts = work.ports,
  lastsMs = 900_000,
) => {
  work.pass(1_000)
  await createErasure(on)(message, work.now() + lastsMs)
  return readReceipt(work.control, message.receiptId)
}

/** What came within the last ten minutes leaves the landing bucket by itself. */
export const tidy = async (work: Workplace) => {
  work.pass(11 * 60_000)
  await createHousekeeping({ ...work, landingQueue: work.syncQueue, log: work.ports.log })()
}

const rowsOf = async (client: DynamoDBClient, table: string): Promise<readonly string[]> => {
  const pages = await Array.fromAsync(paginateScan({ client }, { TableName: table }))
  return pages.flatMap(({ Items = [] }) => Items.map((item) => JSON.stringify(item)))
}

const objectsIn = async (root: string): Promise<readonly string[]> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  return Promise.all(paths.map(async (path) => `${path} ${await readFile(path, 'latin1')}`))
}

/** Every place that names the canary, or shows what is sought: versions of objects, items of tables, messages, lines of the log. */
export const whereFound = async (
  work: Workplace,
  client?: DynamoDBClient,
  sought: readonly string[] = traces,
): Promise<readonly string[]> => {
  const { control, records } = (client && work.tables) ?? {}
  const places = [
    ...(await objectsIn(work.root)),
    ...(client && control && records ? [...(await rowsOf(client, control)), ...(await rowsOf(client, records))] : []),
    ...[...work.sent, ...work.told].map((message) => JSON.stringify(message)),
    ...work.logged,
  ]
  const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1')
  return places.filter((place) => sought.some((trace) => place.includes(trace) || place.includes(utf16(trace))))
}
