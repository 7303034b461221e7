import { setTimeout as delay } from 'node:timers/promises'
import {
  BatchWriteItemCommand,
  type BatchWriteItemCommandOutput,
  type DynamoDBClient,
  DynamoDBServiceException,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import { Fault } from '#core/fault.ts'
import type { RecordPut, RecordSpace, Spend } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { estimatedUnits } from './dynamo-record-cost.ts'
import { itemOf, keyItem } from './dynamo-record-items.ts'
import type { WritePace } from './write-pace.ts'

export type RecordWriter = {
  /** Must not repeat requests by itself: a repetition would carry an old stamp. */
  readonly client: DynamoDBClient
  readonly table: string
  readonly now: Clock
  /** How far ahead of its sending a write is stamped, milliseconds. */
  readonly leadMs: number
  /** How long to wait for an answer, milliseconds. */
  readonly requestTimeoutMs: number
  readonly pace: WritePace
}

/** One item to put or to delete. */
export type Change = {
  readonly id: string
  readonly characters: number
  readonly request: (stamp: number) => WriteRequest
}

export const putOf = (space: RecordSpace, put: RecordPut): Change => ({
  id: put.id,
  characters: put.body.length,
  request: (stamp) => ({ PutRequest: { Item: itemOf(space, put, stamp) } }),
})

export const removalOf = (space: RecordSpace, id: string): Change => ({
  id,
  characters: id.length,
  request: () => ({ DeleteRequest: { Key: keyItem(space, id) } }),
})

const idOf = ({ PutRequest, DeleteRequest }: WriteRequest): string | undefined =>
  (PutRequest?.Item ?? DeleteRequest?.Key)?.sk?.S

const batchItems = 25
const batchCharacters = 1_000_000
/** A write must be known to have arrived this long before its stamp, so that the index has caught up by then. */
const indexMarginMs = 2_000

const throttlings = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])
const interruptions = new Set(['AbortError', 'TimeoutError'])

/** Whether the same write may succeed later: refusals for load, failures of the service or of the network. */
const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof DynamoDBServiceException) {
    return throttlings.has(error.name) || (error.$metadata.httpStatusCode ?? 0) >= 500
  }
  return interruptions.has(error.name) || ('code' in error && typeof error.code === 'string')
}

/** Takes from the end what fits into one request that can be answered in time. */
const takeBatch = (pending: Change[]): readonly Change[] => {
  const batch: Change[] = []
  let characters = 0
  while (batch.length < batchItems) {
    const change = pending.at(-1)
    if (!change || (batch.length > 0 && characters + change.characters > batchCharacters)) break
    characters += change.characters
    batch.push(change)
    pending.pop()
  }
  return batch
}

/** What a request cost, as the table says, else as the items that it took tell. */
const costOf = ({ ConsumedCapacity }: BatchWriteItemCommandOutput, taken: readonly WriteRequest[]): Spend => {
  const said = ConsumedCapacity?.map(({ CapacityUnits }) => CapacityUnits ?? 0)
  if (said && said.length > 0) return { units: said.reduce((sum, units) => sum + units, 0), estimated: false }
  return { units: taken.reduce((sum, request) => sum + estimatedUnits(request), 0), estimated: true }
}

type Attempt = { readonly stamp: number; readonly written: readonly Change[]; readonly left: readonly Change[] }

/** Sends a batch once. What is left was refused, perhaps lost, or late, and needs another attempt with a new stamp. */
const attempt = async (
  { client, table, now, leadMs, requestTimeoutMs }: RecordWriter,
  batch: readonly Change[],
  spent: (spend: Spend) => void,
): Promise<Attempt> => {
  const stamp = now() + leadMs
  const requests = batch.map(({ request }) => request(stamp))
  const command = new BatchWriteItemCommand({ RequestItems: { [table]: requests }, ReturnConsumedCapacity: 'TOTAL' })
  try {
    const answer = await client.send(command, { abortSignal: AbortSignal.timeout(requestTimeoutMs) })
    const late = now() > stamp - indexMarginMs
    const refused = new Set(answer.UnprocessedItems?.[table]?.map(idOf))
    spent(
      costOf(
        answer,
        requests.filter((request) => !refused.has(idOf(request))),
      ),
    )
    const isLeft = ({ id }: Change): boolean => late || refused.has(id)
    return { stamp, written: batch.filter((change) => !isLeft(change)), left: batch.filter(isLeft) }
  } catch (error) {
    if (!isPassing(error)) throw error
    return { stamp, written: [], left: batch }
  }
}

const checkUnique = (changes: readonly Change[]): void => {
  if (new Set(changes.map(({ id }) => id)).size < changes.length)
    throw new Error('An id appears twice among the records to write.')
}

/** Implements `RecordStore.write` and `remove`. */
export const writeRecords = async (
  writer: RecordWriter,
  changes: readonly Change[],
  deadline: number,
  spent: (spend: Spend) => void,
): Promise<ReadonlyMap<string, number>> => {
  checkUnique(changes)
  const { pace, now } = writer
  const pending = [...changes]
  const stamps = new Map<string, number>()
  const failures: unknown[] = []
  let pauseMs = 0

  const writeBatch = async (batch: readonly Change[]): Promise<void> => {
    try {
      const { stamp, written, left } = await attempt(writer, batch, spent)
      for (const { id } of written) stamps.set(id, stamp)
      pending.push(...left)
      if (left.length === 0) pace.accepted()
      else pauseMs = pace.refused()
    } catch (error) {
      failures.push(error)
    }
  }

  const inFlight = new Set<Promise<void>>()
  const mayStart = () => failures.length === 0 && pending.length > 0 && now() < deadline
  while (mayStart() || inFlight.size > 0) {
    while (mayStart() && inFlight.size < pace.limit()) {
      const writing = writeBatch(takeBatch(pending)).finally(() => inFlight.delete(writing))
      inFlight.add(writing)
    }
    await Promise.race(inFlight)
    if (pauseMs > 0) await delay(pauseMs)
    pauseMs = 0
  }
  if (failures.length > 0) throw failures[0]
  if (pending.length > 0)
    throw new Fault('WRITE_INCOMPLETE', `${pending.length} of ${changes.length} records are not written`)
  return stamps
}
