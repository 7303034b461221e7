import { randomBytes } from 'node:crypto'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { dynalite, tables } from './dynalite.ts'
import { recordStoreContract } from './record-store.ts'
import { leadMs } from './stored-records.ts'

const dynamo = await dynalite()
const client = dynamo.client()

recordStoreContract('DynamoDB (dynalite)', (now) =>
  dynamoRecordStore({ client, table: tables.records, now, leadMs, random: randomBytes }),
)
