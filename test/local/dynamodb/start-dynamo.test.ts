import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dynamoControlStore } from '../../../lambdas/adapters/dynamo-control-store.ts'
import { laptopAccess, startDynamo } from '../../../local/dynamodb/start-dynamo.ts'
import { inOtherProcess } from '../../contracts/child.ts'

const tables = { control: 'control', records: 'records' }

let path: string
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'rosterport-dynamo-'))
})
afterEach(() => rm(path, { recursive: true, force: true }))

const withStore = async <Result>(
  endpoint: string,
  work: (store: ReturnType<typeof dynamoControlStore>) => Promise<Result>,
) => {
  const client = new DynamoDBClient({ ...laptopAccess, endpoint })
  return work(dynamoControlStore({ client, table: tables.control })).finally(() => client.destroy())
}

const startInOtherProcess = () => {
  const module = new URL('../../../local/dynamodb/start-dynamo.ts', import.meta.url)
  return inOtherProcess(`import { startDynamo } from '${module}'
    const { endpoint } = await startDynamo(${JSON.stringify({ path, port: 0, tables })})
    console.log(endpoint)`)
}

describe('the DynamoDB emulator', () => {
  it('keeps its data over a restart', async () => {
    const first = await startDynamo({ path, port: 0, tables })
    await withStore(first.endpoint, (store) => store.create({ pk: 'a', sk: 'b' }, 'kept'))
    await first.close()
    const second = await startDynamo({ path, port: 0, tables })
    const found = await withStore(second.endpoint, (store) => store.get({ pk: 'a', sk: 'b' }))
    await second.close()
    expect(found?.value).toBe('kept')
  })

  it('keeps its data when the parent is killed, and gives way to the next one', async () => {
    const killed = await startInOtherProcess()
    await withStore(killed.said, (store) => store.create({ pk: 'a', sk: 'b' }, 'kept'))
    await killed.kill()
    const next = await startDynamo({ path, port: 0, tables })
    const found = await withStore(next.endpoint, (store) => store.get({ pk: 'a', sk: 'b' }))
    await next.close()
    expect(found?.value).toBe('kept')
  })

  it('says that its port is taken', async () => {
    const running = await startDynamo({ path, port: 0, tables })
    const taken = Number(new URL(running.endpoint).port)
    const second = startDynamo({ path: join(path, 'other'), port: taken, tables })
    await expect(second).rejects.toThrow('its port is taken')
    await running.close()
  })
})
