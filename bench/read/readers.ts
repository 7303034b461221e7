import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb'
import * as v from 'valibot'
import { successPage } from '#core/api/answer.ts'
import { parseListQuery } from '#core/api/list-query.ts'
import { shardPartition } from '#core/records/layout.ts'
import { listEndpoints } from '../../lambdas/api/lists.ts'
import { readPage } from '../../lambdas/api/read-page.ts'
import { type Place, walkAll } from '../../lambdas/api/walk.ts'
import { type Company, portsOf } from './company.ts'
import { type Store, tables } from './store.ts'

export const pageSize = 250

/** A page of employees, and a way to the next one. */
export type PageRead = {
  /** Counts its records. Costs time: not while measuring. */
  readonly count: () => number
  /** How large the answer's body is. Costs time as well. */
  readonly bytes: () => number
  readonly next: (() => Promise<PageRead>) | undefined
}
export type FirstPage = () => Promise<PageRead>

/** What fetches a page at the least: the query of the records, its items neither looked at nor turned into anything. */
export const bareReader = ({ bare }: Store, { space }: Company): FirstPage => {
  const readFrom = async (shard: number, after?: Record<string, AttributeValue>): Promise<PageRead> => {
    const answer = await bare.send(
      new QueryCommand({
        TableName: tables.records,
        ConsistentRead: true,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: shardPartition(space, shard) } },
        Limit: pageSize,
        ...(after && { ExclusiveStartKey: after }),
      }),
    )
    const last = answer.LastEvaluatedKey
    const isLast = !last && shard + 1 === space.shards
    return {
      count: () => answer.Items?.length ?? 0,
      bytes: () => 0,
      next: isLast ? undefined : () => (last ? readFrom(shard, last) : readFrom(shard + 1)),
    }
  }
  return () => readFrom(0)
}

const AnswerSchema = v.object({ kind: v.literal('success'), body: v.string() })
const start = '{"status":"success","data":{"next":'

/** The cursor, without parsing the page. */
const nextOf = (body: string): string | null =>
  v.parse(v.nullable(v.string()), JSON.parse(body.slice(start.length, body.indexOf(',"results":'))))

const PageSchema = v.object({ data: v.object({ results: v.array(v.looseObject({ id: v.string() })) }) })

const countIn = (body: string): number => v.parse(PageSchema, JSON.parse(body)).data.results.length

/** The endpoint as the API function calls it, once the API key has been looked at. */
export const servedReader = (
  store: Store,
  { space }: Company,
  query: Readonly<Record<string, string>> = {},
): FirstPage => {
  const endpoint = listEndpoints(portsOf(store))['GET /v1/hris/employees']
  const headers = { 'x-integration-id': space.integrationId }
  const readFrom = async (cursor: string): Promise<PageRead> => {
    const answer = await endpoint({
      path: {},
      query: { ...query, page_size: String(pageSize), ...(cursor && { cursor }) },
      headers,
      body: undefined,
      address: '127.0.0.1',
      caller: null,
    })
    const { body } = v.parse(AnswerSchema, answer)
    const next = nextOf(body)
    return {
      count: () => countIn(body),
      bytes: () => Buffer.byteLength(body),
      next: next === null ? undefined : () => readFrom(next),
    }
  }
  return () => readFrom('')
}

/** The page alone: what the endpoint does once it has looked up the integration and its state. */
export const pageReader = (store: Store, { space }: Company): FirstPage => {
  const { records, system } = portsOf(store)
  const query = parseListQuery('employees', { page_size: String(pageSize) })
  if (query.kind === 'refused') throw new Error(query.message)
  const walk = walkAll(records, space)
  const readFrom = async (from: Place | undefined): Promise<PageRead> => {
    const { results, next } = await readPage(walk, query.value, from, system.clock)
    const { body } = successPage(results, null)
    return {
      count: () => countIn(body),
      bytes: () => Buffer.byteLength(body),
      next: next && (() => readFrom(next)),
    }
  }
  return () => readFrom(undefined)
}
