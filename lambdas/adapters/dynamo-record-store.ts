import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { Clock, Random } from '#core/ports/system.ts'
import { dynamoClient } from './clients.ts'
import { recordReader } from './dynamo-record-read.ts'
import { putOf, removalOf, writeRecords } from './dynamo-record-write.ts'
import { createWritePace } from './write-pace.ts'

export type RecordTable = {
  readonly client: DynamoDBClient
  readonly table: string
  readonly now: Clock
  readonly random: Random
  /** How far ahead of its sending a write is stamped, milliseconds. */
  readonly leadMs?: number
  /** How long to wait for the answer to a write before it counts as lost, milliseconds. */
  readonly requestTimeoutMs?: number
}

/** The same connection, but a request that fails fails: a repeated write would carry the stamp of its first attempt. */
const withoutRetries = ({ config }: DynamoDBClient): DynamoDBClient =>
  dynamoClient({
    region: config.region,
    credentials: config.credentials,
    requestHandler: config.requestHandler,
    ...(config.endpoint && { endpoint: config.endpoint }),
    maxAttempts: 1,
  })

/** The records table: pages by shard, a change feed and the dependants of an employee by index, writes as the rule of stamps wants. */
export const dynamoRecordStore = ({
  client,
  table,
  now,
  random,
  leadMs = 10_000,
  requestTimeoutMs = 3_000,
}: RecordTable): RecordStore => {
  const fraction = () => (random(1)[0] ?? 0) / 255
  // One pace for all writes: what the table bears is not learned anew with every slice.
  const pace = createWritePace(fraction)
  const writer = { client: withoutRetries(client), table, now, leadMs, requestTimeoutMs, pace }
  const unheard = () => undefined
  return {
    ...recordReader({ client, table }),
    write: (space, puts, deadline, spent = unheard) =>
      writeRecords(
        writer,
        puts.map((put) => putOf(space, put)),
        deadline,
        spent,
      ),
    remove: async (space, ids, deadline, spent = unheard) => {
      const removals = ids.map((id) => removalOf(space, id))
      await writeRecords(writer, removals, deadline, spent)
    },
  }
}
