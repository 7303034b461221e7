import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { Fault } from '#core/fault.ts'
import type { Moment, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { feedPartition } from '#core/records/feed-layout.ts'
import { employeePartition, feedKey, momentOfFeedKey, shardOf, shardPartition } from '#core/records/layout.ts'

export type Item = Record<string, AttributeValue>

const partitionOf = (space: RecordSpace, id: string): string => shardPartition(space, shardOf(id, space.shards))

export const keyItem = (space: RecordSpace, id: string) => ({ pk: { S: partitionOf(space, id) }, sk: { S: id } })

const number = (value: number): AttributeValue => ({ N: String(value) })

/** The item of a put; `stamp` stands in for every moment that the put leaves to the write. */
export const itemOf = (space: RecordSpace, put: RecordPut, stamp: number): Item => {
  const at = (moment: Moment): number => (moment === 'stamp' ? stamp : moment)
  const { id, body, remoteId, changedAt, feedAt, deletedAt, employeeId } = put
  return {
    ...keyItem(space, id),
    body: { S: body },
    changed_at: number(at(changedAt)),
    feed_pk: { S: feedPartition(space, id, at(feedAt)) },
    feed_at: { S: feedKey(at(feedAt), id) },
    ...(remoteId !== null && { remote_id: { S: remoteId } }),
    ...(deletedAt !== null && { deleted_at: number(at(deletedAt)) }),
    ...(employeeId !== undefined && {
      employee_id: { S: employeeId },
      employee_pk: { S: employeePartition(space, employeeId) },
    }),
  }
}

const required = (value: string | undefined, item: Item, name: string): string => {
  if (value !== undefined) return value
  throw new Fault('RECORD_INVALID', `the record ${item.sk?.S} lacks its attribute ${name}`)
}

export const recordOf = (item: Item): StoredRecord => ({
  id: required(item.sk?.S, item, 'sk'),
  remoteId: item.remote_id?.S ?? null,
  body: required(item.body?.S, item, 'body'),
  changedAt: Number(required(item.changed_at?.N, item, 'changed_at')),
  feedAt: momentOfFeedKey(required(item.feed_at?.S, item, 'feed_at')),
  deletedAt: item.deleted_at?.N === undefined ? null : Number(item.deleted_at.N),
  ...(item.employee_id?.S !== undefined && { employeeId: item.employee_id.S }),
})
