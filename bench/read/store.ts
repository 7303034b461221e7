import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as v from 'valibot'
import { dynamoClient } from '../../lambdas/adapters/clients.ts'
import { laptopAccess, startDynamo } from '../../local/dynamodb/start-dynamo.ts'

export const tables = { control: 'control', records: 'records' }

/** The emulator in a process of its own, and clients that count what their reads would be billed. */
export type Store = {
  /** The SDK's as it comes. */
  readonly bare: DynamoDBClient
  /** The product's. */
  readonly client: DynamoDBClient
  readonly takeReadUnits: () => number
}

const UnitsSchema = v.object({ CapacityUnits: v.number() })
const AnswerSchema = v.object({
  output: v.object({ ConsumedCapacity: v.optional(v.union([UnitsSchema, v.array(UnitsSchema)])) }),
})

const unitsOf = (answer: unknown): number => {
  const { ConsumedCapacity: consumed = [] } = v.parse(AnswerSchema, answer).output
  const tables = Array.isArray(consumed) ? consumed : [consumed]
  return tables.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0)
}

const reads = new Set(['QueryCommand', 'BatchGetItemCommand', 'GetItemCommand'])

const countReads = (clients: readonly DynamoDBClient[]): (() => number) => {
  let units = 0
  for (const client of clients)
    client.middlewareStack.add(
      (next, { commandName }) =>
        async (request) => {
          if (!reads.has(String(commandName))) return next(request)
          const input = { ...request.input, ReturnConsumedCapacity: 'TOTAL' as const }
          const answer = await next({ ...request, input })
          units += unitsOf(answer)
          return answer
        },
      { step: 'initialize', name: 'countReads' },
    )
  return () => {
    const taken = units
    units = 0
    return taken
  }
}

export const withStore = async <Result>(use: (store: Store) => Promise<Result>): Promise<Result> => {
  const path = await mkdtemp(join(tmpdir(), 'rosterport-bench-'))
  const running = await startDynamo({ path, port: 0, tables })
  const access = { ...laptopAccess, endpoint: running.endpoint }
  const [bare, client] = [new DynamoDBClient(access), dynamoClient(access)]
  try {
    return await use({ bare, client, takeReadUnits: countReads([bare, client]) })
  } finally {
    for (const each of [bare, client]) each.destroy()
    await running.close()
    await rm(path, { recursive: true, force: true })
  }
}
