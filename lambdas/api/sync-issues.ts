import * as v from 'valibot'
import { type Success, success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { IssuesQuerySchema } from '#core/api/endpoints/syncs.ts'
import { type Parsed, parseInput } from '#core/api/input.ts'
import type { Sync } from '#core/control/sync.ts'
import type { Issue } from '#core/issues/issue.ts'
import { issuesCsv } from '#core/issues/issue-csv.ts'
import { issuesFor } from './issues-for.ts'
import { ofSync } from './of-sync.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const pageSize = 50

type Query = v.InferOutput<typeof IssuesQuerySchema>

/** The issues of a run that the query asks for, each with its dataset. */
const wantedIssues = ({ datasets }: Sync, { dataset, severity, code }: Query): readonly Issue[] =>
  datasets
    .filter((each) => dataset === undefined || each.dataset === dataset)
    .flatMap(({ dataset: name, issues }) =>
      issues.map((issue): Issue => ({ ...issue, dataset: issue.dataset ?? name })),
    )
    .filter((issue) => severity === undefined || issue.severity === severity)
    .filter((issue) => code === undefined || issue.code === code)

const queryOf = ({ query }: ApiRequest): Parsed<Query> => parseInput(IssuesQuerySchema, query)

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofSync(ports, async (sync, request) => {
    const input = queryOf(request)
    if (input.kind === 'refused') return input
    const { cursor, ...filters } = input.value
    const scope = { integrationId: sync.integrationId, endpoint: `issues ${sync.id}`, filters }
    const start = cursor === '' ? 0 : readCursor(ports.system, scope, cursor, v.number())
    if (start === undefined) return badCursor
    const issues = wantedIssues(sync, input.value)
    const end = start + pageSize
    const next = end < issues.length ? writeCursor(ports.system, scope, end) : null
    return success({ next, results: issuesFor(request.caller)(issues.slice(start, end)) })
  })

const download = (ports: ApiPorts): GeneralEndpoint =>
  ofSync(ports, async (sync, request) => {
    const input = queryOf(request)
    if (input.kind === 'refused') return input
    const body = issuesCsv(issuesFor(request.caller)(wantedIssues(sync, input.value)))
    return { kind: 'success', body, contentType: 'text/csv; charset=utf-8' } satisfies Success
  })

export const syncIssueEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}/issues': list(ports),
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}/issues.csv': download(ports),
})
