import fc from 'fast-check'
import * as v from 'valibot'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import { endpointFilters, type ListName } from '#core/api/filters.ts'
import { parseListQuery } from '#core/api/list-query.ts'
import { systemOf } from '../../../lambdas/runtime/system.ts'
import { hostileText } from '../hostile.ts'
import { hold, target } from '../target.ts'

const lists = Object.keys(endpointFilters).filter((list): list is ListName => list in endpointFilters)
const parameters = [
  'page_size',
  'cursor',
  'updated_after',
  'include_deleted',
  'ids',
  'remote_ids',
  'employment_statuses',
  'name_contains',
  'types',
  'date_from',
  'started_after',
  'custom_fields',
  'employee_id',
] as const
const queries = fc.dictionary(
  fc.oneof(fc.constantFrom(...parameters), hostileText(2)),
  fc.oneof(
    hostileText(6),
    fc.constantFrom('true', 'false', '100', '2026-01-31', '2026-02-30T25:00:00Z', '+275760-09-13', 'a,b'),
  ),
  { maxKeys: 6 },
)
const secret = systemOf('fuzz')

export const queryTarget = target(
  'query',
  fc.record({
    list: fc.constantFrom(...lists),
    query: queries,
    body: fc.dictionary(
      fc.constantFrom('name', 'groups', 'type', 'start_date', 'end_date', 'started_at'),
      fc.jsonValue(),
    ),
    cursor: hostileText(6),
  }),
  ({ list, query, body, cursor }) => {
    const parsed = parseListQuery(list, query)
    if (parsed.kind === 'refused') return
    for (const { keeps } of parsed.value.filters) keeps(JSON.parse(JSON.stringify(body)))
    const scope = { integrationId: 'sftp:x', endpoint: list, filters: parsed.value.scope }
    const written = writeCursor(secret, scope, { at: 1 })
    hold(readCursor(secret, scope, written, v.object({ at: v.number() })) !== undefined, 'a cursor that does not open')
    hold(readCursor(secret, scope, cursor, v.unknown()) === undefined, 'a made-up cursor that opens')
    hold(
      readCursor(secret, scope, `${cursor}${written}`, v.unknown()) === undefined || cursor === '',
      'a longer cursor that opens',
    )
  },
)
