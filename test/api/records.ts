import type { Dataset } from '#core/files/datasets.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { FieldValues } from '#core/mapping/fields.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPut } from '#core/ports/record-store.ts'
import { buildRow } from '#core/records/build.ts'
import type { BuiltRecord, JsonObject } from '#core/records/built-record.ts'
import { embedOf, withReferences } from '#core/records/render.ts'
import type { ApiUnderTest } from './api-under-test.ts'

export type Rows = Partial<Record<Dataset, Readonly<Record<string, FieldValues>>>>

/** Long ago, so that the change feed shows it at once. */
export const writtenAt = Date.UTC(2026, 0, 2)

/** What a sync makes of mapped rows, without the sync: records as the product builds and renders them. */
export const storeRows = async (
  api: ApiUnderTest,
  integrationId: string,
  rows: Rows,
  change: (put: RecordPut, model: ModelId) => RecordPut = (put) => put,
): Promise<ReadonlyMap<string, string>> => {
  const built = Object.entries(rows).flatMap(([dataset, byKey]) =>
    Object.entries(byKey).flatMap(([key, values]) => {
      const { record, derived } = buildRow(dataset as Dataset, key, values)
      return [record, ...derived]
    }),
  )
  const idOf = ({ model, key }: Pick<BuiltRecord, 'model' | 'key'>) =>
    recordId(api.system.hash, integrationId, model, key)
  const embeds = new Map<string, JsonObject>()
  for (const record of built) {
    const stamps = { changed_at: new Date(writtenAt).toISOString(), remote_deleted_at: null }
    embeds.set(
      idOf(record),
      embedOf(record.model, { id: idOf(record), remote_id: record.remoteId, ...record.own, ...stamps }),
    )
  }
  const putOf = (record: BuiltRecord): RecordPut => {
    const id = idOf(record)
    const references = record.mentions.map((mention) => ({ role: mention.role, id: idOf(mention) }))
    const body = withReferences(record.model, { id, remote_id: record.remoteId, ...record.own }, references, embeds)
    return {
      id,
      remoteId: record.remoteId,
      body: JSON.stringify(body),
      changedAt: writtenAt,
      feedAt: writtenAt,
      deletedAt: null,
      employeeId: references.find(({ role }) => role === 'employee')?.id,
    }
  }
  for (const model of modelIds) {
    const puts = new Map(
      built.filter((record) => record.model === model).map((record) => [idOf(record), putOf(record)]),
    )
    if (puts.size > 0)
      await api.putRecords(
        integrationId,
        model,
        [...puts.values()].map((put) => change(put, model)),
      )
  }
  return new Map(built.map((record) => [`${record.model} ${record.key}`, idOf(record)]))
}

/** A small company. */
export const company: Rows = {
  employees: {
    '0007': {
      first_name: 'Ada',
      last_name: 'Çelik',
      work_email: 'Ada@acme.example',
      employment_status: 'ACTIVE',
      employment_type: 'FULL_TIME',
      weekly_hours: 38.5,
      date_of_birth: '1986-01-31',
      start_date: '2020-02-01',
      'home_address.city': 'Köln',
      'home_address.country': 'DE',
      'bank_account.iban': 'DE02120300000000202051',
      'legal_entity.name': 'Acme GmbH',
      'work_location.name': 'Berlin',
      'department.name': 'Research',
      'team.name': 'Research',
    },
    '0008': {
      first_name: 'Ben',
      employment_status: 'LEAVE',
      'manager.remote_id': '0007',
      'legal_entity.name': 'Acme Ltd',
      'department.name': 'Sales',
    },
    '0009': { first_name: 'Cleo', work_email: 'cleo@acme.example', employment_status: 'seconded' },
  },
  employments: {
    e1: {
      'employee.remote_id': '0007',
      job_title: 'Engineer',
      pay_rate: 72_000,
      pay_period: 'YEAR',
      pay_frequency: 'MONTHLY',
      pay_currency: 'eur',
      employment_type: 'FULL_TIME',
      effective_date: '2024-01-01',
    },
    e2: { 'employee.remote_id': '0008', pay_period: 'per project' },
  },
  absences: {
    a1: {
      'employee.remote_id': '0007',
      'type.name': 'Vacation',
      'type.unit': 'DAYS',
      start_date: '2026-03-02',
      end_date: '2026-03-06',
      amount: 5,
      status: 'APPROVED',
    },
    a2: { 'employee.remote_id': '0008', 'type.name': 'Sick leave', start_date: '2026-04-01' },
    a3: { 'employee.remote_id': '0007', start_date: '2026-05-11', end_date: '2026-05-11' },
  },
  time_off_balances: {
    b1: { 'employee.remote_id': '0007', 'type.name': 'Vacation', 'type.unit': 'DAYS', balance: 12.5, used: 17 },
    b2: { 'employee.remote_id': '0008', 'type.name': 'Sick leave', used: 2, used_unit: 'HOURS' },
  },
  timesheets: {
    t1: {
      'employee.remote_id': '0007',
      started_at: '2026-03-10T08:00:00.000Z',
      ended_at: '2026-03-10T16:30:00.000Z',
      payable_hours: 8,
      unpaid_break_minutes: 30,
    },
    t2: { 'employee.remote_id': '0008', started_at: '2026-03-11T08:00:00.000Z' },
  },
}
