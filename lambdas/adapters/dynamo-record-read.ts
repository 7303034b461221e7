import { setTimeout as delay } from 'node:timers/promises'
import { BatchGetItemCommand, type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { PageLimit, RecordPosition, RecordSpace, RecordStore, StoredRecord } from '#core/ports/record-store.ts'
import { feedShardsAfter } from '#core/records/feed-layout.ts'
import { employeePartition, feedKey, feedRange, momentOfFeedKey, shardPartition } from '#core/records/layout.ts'
import { type Item, keyItem, recordOf } from './dynamo-record-items.ts'
import { isPossibleKey } from './possible-key.ts'

type Reader = { readonly client: DynamoDBClient; readonly table: string }

const keysPerGet = 100
const firstPauseMs = 50
const longestPauseMs = 2_000

/** One batch of at most `keysPerGet`. What the table leaves out for load or size is asked for again. */
const getBatch = async ({ client, table }: Reader, keys: readonly Item[]): Promise<readonly Item[]> => {
  const items: Item[] = []
  let left: Item[] = [...keys]
  let pauseMs = firstPauseMs
  for (;;) {
    const answer = await client.send(
      new BatchGetItemCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }),
    )
    const found = answer.Responses?.[table] ?? []
    items.push(...found)
    left = answer.UnprocessedKeys?.[table]?.Keys ?? []
    if (left.length === 0) return items
    // An answer that was merely full goes on at once; an empty one means load.
    if (found.length > 0) continue
    await delay(pauseMs)
    pauseMs = Math.min(pauseMs * 2, longestPauseMs)
  }
}

const getRecords = async (
  reader: Reader,
  space: RecordSpace,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> => {
  const distinct = [...new Set(ids)].filter((id) => isPossibleKey({ pk: '', sk: id }))
  const records: StoredRecord[] = []
  for (let at = 0; at < distinct.length; at += keysPerGet) {
    const keys = distinct.slice(at, at + keysPerGet).map((id) => keyItem(space, id))
    records.push(...(await getBatch(reader, keys)).map(recordOf))
  }
  return records
}

type Keys = { readonly partition: string; readonly after: Item | undefined; readonly limit: PageLimit }

const startAt = ({ after, limit }: Keys) => ({
  Limit: limit.records,
  ...(after && { ExclusiveStartKey: after }),
})

const queryShard = ({ client, table }: Reader, keys: Keys) =>
  client.send(
    new QueryCommand({
      TableName: table,
      ConsistentRead: true,
      KeyConditionExpression: '#pk = :pk',
      // The keys of the indexes are long, and taking them apart costs time.
      ProjectionExpression: 'sk, body, changed_at, feed_at, deleted_at, remote_id, employee_id',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': { S: keys.partition } },
      ...startAt(keys),
    }),
  )

const queryFeed = ({ client, table }: Reader, keys: Keys, range: ReturnType<typeof feedRange>) =>
  client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'feed',
      KeyConditionExpression: '#pk = :pk AND #at BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': 'feed_pk', '#at': 'feed_at' },
      ExpressionAttributeValues: { ':pk': { S: keys.partition }, ':from': { S: range.from }, ':to': { S: range.to } },
      ...startAt(keys),
    }),
  )

const queryEmployee = ({ client, table }: Reader, keys: Keys) =>
  client.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'employee',
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'employee_pk' },
      ExpressionAttributeValues: { ':pk': { S: keys.partition } },
      ...startAt(keys),
    }),
  )

/** The records behind a page of index keys, in the index's order. The index may lag behind: what left the page by now is left out. */
const recordsOf = async (
  reader: Reader,
  space: RecordSpace,
  keys: readonly Item[],
  isCurrent: (record: StoredRecord, key: Item) => boolean,
): Promise<readonly StoredRecord[]> => {
  const records = await getRecords(
    reader,
    space,
    keys.flatMap((key) => key.sk?.S ?? []),
  )
  const byId = new Map(records.map((record) => [record.id, record]))
  return keys.flatMap((key) => {
    const record = byId.get(key.sk?.S ?? '')
    return record && isCurrent(record, key) ? [record] : []
  })
}

/** Behind the last key of a shard's query lies the rest of the shard, and behind that the next shard. */
const nextPosition = (shards: number, shard: number, last: Item | undefined): RecordPosition | undefined => {
  if (!last) return shard + 1 < shards ? { shard: shard + 1 } : undefined
  const [id, feedAt] = [last.sk?.S, last.feed_at?.S]
  return {
    shard,
    ...(id !== undefined && { afterId: id }),
    ...(feedAt !== undefined && { afterFeedAt: momentOfFeedKey(feedAt) }),
  }
}

/** The reading half of a `RecordStore`. */
export const recordReader = (reader: Reader): Omit<RecordStore, 'write' | 'remove'> => ({
  get: (space, ids) => getRecords(reader, space, ids),

  list: async (space, from, limit) => {
    const { shard, afterId } = from ?? { shard: 0 }
    const after = afterId === undefined ? undefined : keyItem(space, afterId)
    const answer = await queryShard(reader, { partition: shardPartition(space, shard), after, limit })
    const records = (answer.Items ?? []).map(recordOf)
    return { records, next: nextPosition(space.shards, shard, answer.LastEvaluatedKey) }
  },

  feed: async (space, range, from, limit) => {
    const bounds = feedRange(range)
    if (bounds.from >= bounds.to) return { records: [], next: undefined }
    const { shard, afterId, afterFeedAt } = from ?? { shard: 0 }
    const partition = shardPartition(space, shard)
    const after =
      afterId === undefined || afterFeedAt === undefined
        ? undefined
        : { ...keyItem(space, afterId), feed_pk: { S: partition }, feed_at: { S: feedKey(afterFeedAt, afterId) } }
    const answer = await queryFeed(reader, { partition, after, limit }, bounds)
    const isCurrent = (record: StoredRecord, key: Item) => feedKey(record.feedAt, record.id) === key.feed_at?.S
    const records = await recordsOf(reader, space, answer.Items ?? [], isCurrent)
    return { records, next: nextPosition(feedShardsAfter(space, range.after), shard, answer.LastEvaluatedKey) }
  },

  listByEmployee: async (space, employeeId, from, limit) => {
    const partition = employeePartition(space, employeeId)
    if (!isPossibleKey({ pk: partition, sk: '' })) return { records: [], next: undefined }
    const afterId = from?.afterId
    const after = afterId === undefined ? undefined : { ...keyItem(space, afterId), employee_pk: { S: partition } }
    const answer = await queryEmployee(reader, { partition, after, limit })
    const isCurrent = (record: StoredRecord) => record.employeeId === employeeId
    const records = await recordsOf(reader, space, answer.Items ?? [], isCurrent)
    const last = answer.LastEvaluatedKey?.sk?.S
    return { records, next: last === undefined ? undefined : { shard: 0, afterId: last } }
  },
})
