import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import { afterAll } from 'vitest'
import { laptopAccess, startDynamo } from '../../local/dynamodb/start-dynamo.ts'

export const tables = { control: 'control', records: 'records' }

/** An emulator for the tests of one file, in a process of its own and on an empty directory. */
export const dynalite = async () => {
  const path = await mkdtemp(join(tmpdir(), 'rosterport-dynamo-'))
  const running = await startDynamo({ path, port: 0, tables })
  const clients: DynamoDBClient[] = []
  afterAll(async () => {
    for (const client of clients) client.destroy()
    await running.close()
    await rm(path, { recursive: true, force: true })
  })
  return {
    endpoint: running.endpoint,
    client: (config: DynamoDBClientConfig = {}): DynamoDBClient => {
      const client = new DynamoDBClient({ ...laptopAccess, endpoint: running.endpoint, ...config })
      clients.push(client)
      return client
    },
  }
}
