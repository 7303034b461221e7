import {
  CreateTableCommand,
  type CreateTableCommandInput,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { controlTable, recordsTable, type TableShape } from '#core/deployment/tables.ts'

export type TableNames = { readonly control: string; readonly records: string }

type Keys = Pick<TableShape, 'partitionKey' | 'sortKey'>

const keySchema = ({ partitionKey, sortKey }: Keys) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
]

const createTableInput = (name: string, shape: TableShape): CreateTableCommandInput => {
  const keyAttributes = new Set(
    [shape, ...shape.indexes].flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]),
  )
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...keyAttributes].map((key) => ({ AttributeName: key, AttributeType: 'S' })),
    KeySchema: keySchema(shape),
    ...(shape.indexes.length > 0 && {
      GlobalSecondaryIndexes: shape.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: index.projection },
      })),
    }),
  }
}

/** Makes both tables exist, for the laptop and for tests: in AWS the stack makes them. */
export const createTables = async (client: DynamoDBClient, names: TableNames): Promise<void> => {
  const shapes = [
    [names.control, controlTable],
    [names.records, recordsTable],
  ] as const
  for (const [name, shape] of shapes) {
    try {
      await client.send(new CreateTableCommand(createTableInput(name, shape)))
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error
    }
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.1, maxDelay: 1 }, { TableName: name })
  }
}
