import { describe, expect, it } from 'vitest'
import { dynamoControlStore } from '../../lambdas/adapters/dynamo-control-store.ts'
import { controlStoreContract } from './control-store.ts'
import { dynalite, tables } from './dynalite.ts'

const dynamo = await dynalite()
const client = dynamo.client()

controlStoreContract('DynamoDB (dynalite)', async () => dynamoControlStore({ client, table: tables.control }))

describe('the control store on an unreliable network', () => {
  it('knows that it won when only the answer was lost', async () => {
    const unreliable = dynamo.client()
    let answers = 0
    unreliable.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args)
        answers += 1
        if (answers % 2 === 1) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError' })
        return answer
      },
      { step: 'deserialize', name: 'loseEverySecondAnswer' },
    )
    const store = dynamoControlStore({ client: unreliable, table: tables.control })
    const key = { pk: 'LOST', sk: 'a' }
    expect(await store.create(key, 'one')).toBe(true)
    expect(await store.replace(key, 'two', 1)).toBe(true)
    expect(answers).toBe(4)
    expect(await dynamoControlStore({ client, table: tables.control }).create(key, 'three')).toBe(false)
    expect(await store.get(key)).toMatchObject({ revision: 2, value: 'two' })
  })
})
