import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'
import { dynamoClient } from '../../lambdas/adapters/clients.ts'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { createTables } from '../../local/dynamodb/create-tables.ts'
import { controlStoreContract } from '../contracts/control-store.ts'
import { recordStoreContract } from '../contracts/record-store.ts'
import { leadMs } from '../contracts/stored-records.ts'
import { freshName, moto } from './moto.ts'

const client = dynamoClient(moto)
afterAll(() => client.destroy())

const tables = { control: freshName('control'), records: freshName('records') }
await createTables(client, tables)

controlStoreContract('DynamoDB (moto)', async () => dynamoControlStore({ client, table: tables.control }))

recordStoreContract(
  'DynamoDB (moto)',
  (now) => dynamoRecordStore({ client, table: tables.records, now, leadMs, random: randomBytes }),
  { countsRequests: true },
)
