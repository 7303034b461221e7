import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { type ApiUnderTest, apiUnderTest, onEmulator } from './api-under-test.ts'
import { storeRows } from './records.ts'

const model = 'hris_employees'
const next = { generation: 2, shards: 3 }
const minute = 60_000

let api: ApiUnderTest
let integrationId: string

const change = (apply: (state: IntegrationState) => IntegrationState) =>
  updateDocument(api.control, stateKey(integrationId), IntegrationStateSchema, apply)

const page = async (cursor?: string) => {
  const query = new URLSearchParams({ page_size: '4', ...(cursor === undefined ? {} : { cursor }) })
  const headers = { 'x-integration-id': integrationId }
  const { status, json } = await api.call('GET', `/v1/hris/employees?${query}`, { headers })
  return { status, ids: json.data?.results.map((each: { remote_id: string }) => each.remote_id), next: json.data?.next }
}

const walk = async (from?: string): Promise<readonly string[]> => {
  const { ids, next: cursor } = await page(from)
  return cursor ? [...ids, ...(await walk(cursor))] : ids
}

/** Copies the records as a move does, and lets readers into the new generation. */
const switchOver = async (servedUntil: number) => {
  const space = { integrationId, model } as const
  const old = { generation: 1, shards: 2 }
  for (const shard of [0, 1]) {
    const { records } = await api.ports.records.list({ ...space, ...old }, { shard }, { records: 100 })
    await api.ports.records.write({ ...space, ...next }, records, Number.POSITIVE_INFINITY)
  }
  await change((state) => ({
    ...state,
    generations: { ...state.generations, [model]: next },
    retired: [{ model, ...old, servedUntil }],
  }))
}

beforeAll(async () => {
  api = await apiUnderTest({}, onEmulator)
})

beforeEach(async () => {
  integrationId = (await api.makeIntegration()).id
  const rows = Array.from({ length: 10 }, (_, index) => [`p${index}`, {}] as const)
  await storeRows(api, integrationId, { employees: Object.fromEntries(rows) })
})

describe('a list whose model was moved to another generation', () => {
  it('is walked to its end by a cursor of the old one', async () => {
    const first = await page()
    await switchOver(Date.now() + minute)
    const all = [...first.ids, ...(await walk(first.next))]
    expect(all.toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `p${index}`))
  })

  it('refuses a cursor of the old one when its day is over, rather than show a part as if it were all', async () => {
    const first = await page()
    await switchOver(Date.now() - 1)
    expect(await page(first.next)).toMatchObject({ status: 400 })
  })
})
