import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { dynamoUsageCounter } from '../../lambdas/adapters/dynamo-usage-counter.ts'
import { random } from '../../lambdas/runtime/system.ts'
import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { createTables, type TableNames } from '../../local/dynamodb/create-tables.ts'
import { laptopAccess } from '../../local/dynamodb/start-dynamo.ts'

export type StorePlace = {
  readonly endpoint: string
  readonly tables: TableNames
  readonly files: string
  readonly now: () => number
}

/** The stores of one deployment, empty. */
export const openStores = async ({ endpoint, tables, files, now }: StorePlace) => {
  const client = new DynamoDBClient({ ...laptopAccess, endpoint })
  await createTables(client, tables)
  return {
    control: dynamoControlStore({ client, table: tables.control }),
    records: dynamoRecordStore({ client, table: tables.records, now, random }),
    usage: dynamoUsageCounter({ client, table: tables.control }),
    landing: diskFileStore(files, 'landing', now),
    archive: diskFileStore(files, 'archive', now),
    close: () => client.destroy(),
  }
}

export type Stores = Awaited<ReturnType<typeof openStores>>
