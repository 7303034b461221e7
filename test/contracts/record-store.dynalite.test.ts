import { randomBytes } from 'node:crypto'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { dynalite, tables } from './dynalite.ts'
import { leadMs, recordStoreContract } from './record-store.ts'

const dynamo = await dynalite()
const client = dynamo.client()

recordStoreContract('DynamoDB (dynalite)', (now) =>
  dynamoRecordStore({ client, table: tables.records, now, leadMs, random: randomBytes }),
)
