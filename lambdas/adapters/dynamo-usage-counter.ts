import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { usageKey } from '#core/control/keys.ts'
import type { UsageCounter } from '#core/ports/usage-counter.ts'

type Step = { readonly change: string; readonly condition: string }

/** Another use in the window that stands there. */
const goOn: Step = { change: 'ADD #count :one', condition: '#window >= :window' }
/** The first use in a window: what was counted before is forgotten, so that one item for each name is enough. */
const begin: Step = {
  change: 'SET #window = :window, #count = :one',
  condition: 'attribute_not_exists(#window) OR #window < :window',
}

/** Counts in the control table. A request whose answer was lost and that the SDK repeats counts twice. */
export const dynamoUsageCounter = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): UsageCounter => {
  const keyOf = (name: string) => {
    const { pk, sk } = usageKey(name)
    return { pk: { S: pk }, sk: { S: sk } }
  }

  /** The count afterwards; `undefined` when the condition does not hold. */
  const take = async (name: string, window: number, { change, condition }: Step): Promise<number | undefined> => {
    const command = new UpdateItemCommand({
      TableName: table,
      Key: keyOf(name),
      UpdateExpression: change,
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#window': 'window', '#count': 'count' },
      ExpressionAttributeValues: { ':window': { N: String(window) }, ':one': { N: '1' } },
      ReturnValues: 'UPDATED_NEW',
    })
    try {
      const { Attributes } = await client.send(command)
      return Number(Attributes?.count?.N)
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined
      throw error
    }
  }

  const count: UsageCounter['count'] = async (name, window) =>
    (await take(name, window, goOn)) ?? (await take(name, window, begin)) ?? count(name, window)

  return {
    count,
    lastWindow: async (name) => {
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key: keyOf(name) }))
      return Item?.window?.N === undefined ? undefined : Number(Item.window.N)
    },
  }
}
