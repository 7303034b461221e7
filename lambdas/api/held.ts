import * as v from 'valibot'
import { success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { HeldQuerySchema } from '#core/api/endpoints/held.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseInput } from '#core/api/input.ts'
import { readDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import type { RecordStore, StoredRecord } from '#core/ports/record-store.ts'
import { readManifest } from '../sync/manifest-file.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'

type HeldPorts = Pick<ApiPorts, 'control' | 'archive' | 'system'> & { readonly records: Pick<RecordStore, 'get'> }

const pageSize = 100

/** What waits in one dataset, as its manifest remembers it. */
const heldOf = async ({ archive }: HeldPorts, state: IntegrationState | undefined, dataset: Dataset) => {
  const committed = state?.datasets[dataset]
  if (!committed) return []
  const manifest = await readManifest(archive, committed.manifest, dataset)
  const rows = Array.from({ length: manifest.size }, (_, index) => manifest.row(index))
  return rows.flatMap(({ model, id, remoteId, absentSince }) =>
    absentSince === null ? [] : [{ dataset, model, id, remote_id: remoteId, absent_since: absentSince }],
  )
}

type Held = Awaited<ReturnType<typeof heldOf>>[number]

const NamedSchema = v.object({
  display_full_name: v.exactOptional(v.nullable(v.string())),
  name: v.exactOptional(v.nullable(v.string())),
})

const nameIn = ({ body }: StoredRecord): string | null => {
  const { display_full_name: full, name } = v.parse(NamedSchema, JSON.parse(body))
  return full ?? name ?? null
}

/** What the records are called: ids mean little to whoever decides about them. */
const withNames = async (
  { records }: HeldPorts,
  integrationId: string,
  state: IntegrationState | undefined,
  held: readonly Held[],
) => {
  const names = new Map<string, string | null>()
  for (const model of new Set(held.map((each) => each.model))) {
    const generation = state?.generations[model]
    const ids = held.filter((each) => each.model === model).map(({ id }) => id)
    const stored = generation ? await records.get({ integrationId, model, ...generation }, ids) : []
    for (const record of stored) names.set(record.id, nameIn(record))
  }
  return held.map(({ absent_since, ...each }) => ({ ...each, name: names.get(each.id) ?? null, absent_since }))
}

const list = (ports: HeldPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(HeldQuerySchema, query)
    if (input.kind === 'refused') return input
    const { cursor, dataset } = input.value
    const scope = { integrationId: integration.id, endpoint: 'held', filters: { dataset } }
    const start = cursor === '' ? 0 : readCursor(ports.system, scope, cursor, v.number())
    if (start === undefined) return badCursor
    const state = await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)
    const wanted = dataset ? [dataset] : datasets
    const held = (await Promise.all(wanted.map((each) => heldOf(ports, state, each)))).flat()
    const end = start + pageSize
    const next = end < held.length ? writeCursor(ports.system, scope, end) : null
    const results = await withNames(ports, integration.id, state, held.slice(start, end))
    return success({ next, results })
  })

export const heldEndpoints = (ports: HeldPorts) => ({
  'GET /manage/integrations/{integration_id}/held': list(ports),
})
