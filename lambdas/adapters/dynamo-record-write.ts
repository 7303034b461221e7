import { setTimeout as delay } from 'node:timers/promises'
import { BatchWriteItemCommand, type DynamoDBClient, DynamoDBServiceException } from '@aws-sdk/client-dynamodb'
import { Fault } from '#core/fault.ts'
import type { RecordPut, RecordSpace } from '#core/ports/record-store.ts'
import type { Clock } from '#core/ports/system.ts'
import { itemOf } from './dynamo-record-items.ts'
import { createWritePace } from './write-pace.ts'

export type RecordWriter = {
  /** Must not repeat requests by itself: a repetition would carry an old stamp. */
  readonly client: DynamoDBClient
  readonly table: string
  readonly now: Clock
  /** How far ahead of its sending a write is stamped, milliseconds. */
  readonly leadMs: number
  /** How long to wait for an answer, milliseconds. */
  readonly requestTimeoutMs: number
  readonly random: () => number
}

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
const takeBatch = (pending: RecordPut[]): readonly RecordPut[] => {
  const batch: RecordPut[] = []
  let characters = 0
  while (batch.length < batchItems) {
    const put = pending.at(-1)
    if (!put || (batch.length > 0 && characters + put.body.length > batchCharacters)) break
    characters += put.body.length
    batch.push(put)
    pending.pop()
  }
  return batch
}

type Attempt = { readonly stamp: number; readonly written: readonly RecordPut[]; readonly left: readonly RecordPut[] }

/** Sends a batch once. What is left was refused, perhaps lost, or late, and needs another attempt with a new stamp. */
const attempt = async (writer: RecordWriter, space: RecordSpace, batch: readonly RecordPut[]): Promise<Attempt> => {
  const { client, table, now, leadMs, requestTimeoutMs } = writer
  const stamp = now() + leadMs
  const command = new BatchWriteItemCommand({
    RequestItems: { [table]: batch.map((put) => ({ PutRequest: { Item: itemOf(space, put, stamp) } })) },
  })
  try {
    const { UnprocessedItems } = await client.send(command, { abortSignal: AbortSignal.timeout(requestTimeoutMs) })
    const late = now() > stamp - indexMarginMs
    const refused = new Set(UnprocessedItems?.[table]?.map((request) => request.PutRequest?.Item?.sk?.S))
    const isLeft = (put: RecordPut): boolean => late || refused.has(put.id)
    return { stamp, written: batch.filter((put) => !isLeft(put)), left: batch.filter(isLeft) }
  } catch (error) {
    if (!isPassing(error)) throw error
    return { stamp, written: [], left: batch }
  }
}

const checkUnique = (puts: readonly RecordPut[]): void => {
  if (new Set(puts.map((put) => put.id)).size < puts.length)
    throw new Error('An id appears twice among the records to write.')
}

/** Implements `RecordStore.write`. */
export const writeRecords = async (
  writer: RecordWriter,
  space: RecordSpace,
  puts: readonly RecordPut[],
  deadline: number,
): Promise<ReadonlyMap<string, number>> => {
  checkUnique(puts)
  const pending = [...puts]
  const stamps = new Map<string, number>()
  const failures: unknown[] = []
  const pace = createWritePace(writer.random)
  let pauseMs = 0

  const writeBatch = async (batch: readonly RecordPut[]): Promise<void> => {
    try {
      const { stamp, written, left } = await attempt(writer, space, batch)
      for (const put of written) stamps.set(put.id, stamp)
      pending.push(...left)
      if (left.length === 0) pace.accepted()
      else pauseMs = pace.refused()
    } catch (error) {
      failures.push(error)
    }
  }

  const inFlight = new Set<Promise<void>>()
  const mayStart = () => failures.length === 0 && pending.length > 0 && writer.now() < deadline
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
    throw new Fault('WRITE_INCOMPLETE', `${pending.length} of ${puts.length} records are not written`)
  return stamps
}
