import * as v from 'valibot'
import { success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { type AuditQuery, AuditQuerySchema } from '#core/api/endpoints/audit.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseInput } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type AuditEntry, AuditEntrySchema } from '#core/control/audit.ts'
import { listDocuments } from '#core/control/documents.ts'
import { auditPartition, auditPartitionOf } from '#core/control/keys.ts'
import { timeIdFloor } from '#core/ids/base58.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const pageSize = 100
/** Filters look at entries one by one: a page ends after so many of them, whatever it has found. */
const maxRead = 2_000

const shown = ({ at, integrationId, ...entry }: AuditEntry) => ({
  ...entry,
  at: isoTime(at),
  integration_id: integrationId,
})

const matches = ({ action, who }: AuditEntry, filters: Pick<AuditQuery, 'who' | 'action'>): boolean =>
  action.includes(filters.action) && `${who.name} ${who.id}`.toLowerCase().includes(filters.who)

type Place = { readonly pk: string; readonly prefix?: string }

/** Newest first; ids sort by time, so the walk begins at `to` and ends at `from`. */
const showEntries = async ({ control, system }: ApiPorts, place: Place, { cursor, ...filters }: AuditQuery) => {
  const { from = 0, to } = filters
  const prefix = place.prefix ?? ''
  const scope = { integrationId: place.pk, endpoint: prefix, filters }
  const after = cursor === '' ? undefined : readCursor(system, scope, cursor, v.string())
  if (cursor !== '' && after === undefined) return badCursor
  const query = {
    ...place,
    descending: true,
    limit: pageSize,
    ...(to === undefined ? {} : { until: `${prefix}${timeIdFloor(to)}` }),
    ...(after === undefined ? {} : { after }),
  }
  const results: AuditEntry[] = []
  let read = 0
  for await (const entry of listDocuments(control, query, AuditEntrySchema)) {
    if (entry.at < from) break
    if (matches(entry, filters)) results.push(entry)
    read += 1
    if (results.length === pageSize || read === maxRead)
      return success({ next: writeCursor(system, scope, `${prefix}${entry.id}`), results: results.map(shown) })
  }
  return success({ next: null, results: results.map(shown) })
}

const listAll =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ query }) => {
    const input = parseInput(AuditQuerySchema, query)
    if (input.kind === 'refused') return input
    const { integration_id: id } = input.value
    return showEntries(ports, id === '' ? auditPartition : auditPartitionOf(id), input.value)
  }

const listOfIntegration = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async ({ id }, { query }) => {
    const input = parseInput(AuditQuerySchema, query)
    return input.kind === 'refused' ? input : showEntries(ports, auditPartitionOf(id), input.value)
  })

export const auditEndpoints = (ports: ApiPorts) => ({
  'GET /manage/audit': listAll(ports),
  'GET /manage/integrations/{integration_id}/audit': listOfIntegration(ports),
})
