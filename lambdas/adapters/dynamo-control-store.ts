import { randomUUID } from 'node:crypto'
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb'
import { Fault } from '#core/fault.ts'
import type { ControlStore, DocumentKey, DocumentQuery, StoredDocument } from '#core/ports/control-store.ts'
import { isPossibleKey } from './possible-key.ts'

type Item = Readonly<Record<string, AttributeValue>>

const keyItem = ({ pk, sk }: DocumentKey) => ({ pk: { S: pk }, sk: { S: sk } })

const documentOf = (item: Item): StoredDocument => {
  const [pk, sk, revision, body] = [item.pk?.S, item.sk?.S, item.revision?.N, item.body?.S]
  if (pk === undefined || sk === undefined || revision === undefined || body === undefined) {
    throw new Fault('CONTROL_DOCUMENT_INVALID', `the item ${pk} / ${sk} lacks its revision or its body`)
  }
  return { key: { pk, sk }, revision: Number(revision), value: JSON.parse(body) }
}

type Range = { readonly condition: string; readonly values: Item }

type PutCondition = {
  readonly expression: string
  readonly names: Readonly<Record<string, string>>
  readonly values: Item
}

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** The condition on the sort key; `undefined` when no key can meet it. */
const rangeOf = ({ prefix = '', until }: DocumentQuery): Range | undefined => {
  const from = { ':prefix': { S: prefix } }
  if (until !== undefined && prefix === '')
    return { condition: ' AND #sk <= :until', values: { ':until': { S: until } } }
  if (until?.startsWith(prefix)) {
    return { condition: ' AND #sk BETWEEN :prefix AND :until', values: { ...from, ':until': { S: until } } }
  }
  if (until !== undefined && byBytes(until, prefix) < 0) return undefined
  return prefix === '' ? { condition: '', values: {} } : { condition: ' AND begins_with(#sk, :prefix)', values: from }
}

/** The control table: one item per document, its value as JSON text under a revision that every write moves. */
export const dynamoControlStore = ({
  client,
  table,
}: {
  readonly client: DynamoDBClient
  readonly table: string
}): ControlStore => {
  // The SDK repeats a request whose answer was lost. `#writer` lets the repetition pass the condition that the first one has used up.
  const put = async (key: DocumentKey, value: unknown, revision: number, condition: PutCondition): Promise<boolean> => {
    const writer = randomUUID()
    const command = new PutItemCommand({
      TableName: table,
      Item: {
        ...keyItem(key),
        revision: { N: String(revision) },
        body: { S: JSON.stringify(value) },
        writer: { S: writer },
      },
      ConditionExpression: `${condition.expression} OR #writer = :writer`,
      ExpressionAttributeNames: { ...condition.names, '#writer': 'writer' },
      ExpressionAttributeValues: { ...condition.values, ':writer': { S: writer } },
    })
    try {
      await client.send(command)
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  }

  return {
    get: async (key) => {
      if (!isPossibleKey(key)) return undefined
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyItem(key), ConsistentRead: true }),
      )
      return Item && documentOf(Item)
    },
    create: (key, value) =>
      put(key, value, 1, { expression: 'attribute_not_exists(#pk)', names: { '#pk': 'pk' }, values: {} }),
    replace: (key, value, revision) =>
      put(key, value, revision + 1, {
        expression: '#revision = :revision',
        names: { '#revision': 'revision' },
        values: { ':revision': { N: String(revision) } },
      }),
    remove: async (key) => {
      await client.send(new DeleteItemCommand({ TableName: table, Key: keyItem(key) }))
    },
    query: async (query) => {
      const range = rangeOf(query)
      if (!range) return { documents: [], next: undefined }
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          ConsistentRead: true,
          KeyConditionExpression: `#pk = :pk${range.condition}`,
          ExpressionAttributeNames: { '#pk': 'pk', ...(range.condition && { '#sk': 'sk' }) },
          ExpressionAttributeValues: { ':pk': { S: query.pk }, ...range.values },
          ScanIndexForward: !query.descending,
          Limit: query.limit,
          ExclusiveStartKey: query.after === undefined ? undefined : keyItem({ pk: query.pk, sk: query.after }),
        }),
      )
      return { documents: Items.map(documentOf), next: LastEvaluatedKey?.sk?.S }
    },
  }
}
