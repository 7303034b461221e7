import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RecordPut, RecordSpace, Spend } from '#core/ports/record-store.ts'
import { dynamoRecordStore } from '../../lambdas/adapters/dynamo-record-store.ts'
import { dynalite, tables } from './dynalite.ts'
import { faultyProxy } from './faulty-proxy.ts'
import type { ProxyFault } from './proxy-server.ts'
import { freshSpace, leadMs, put } from './stored-records.ts'

const dynamo = await dynalite()
const proxy = await faultyProxy(dynamo.endpoint)
const client = dynamo.client({ endpoint: proxy.endpoint })

const start = 1_700_000_000_000
const forever = Number.MAX_SAFE_INTEGER
let now: number
let space: RecordSpace
let requests: number

const store = dynamoRecordStore({
  client,
  table: tables.records,
  now: () => now,
  leadMs,
  requestTimeoutMs: 300,
  // No chance, no waiting: a back-off of nothing.
  random: (count) => new Uint8Array(count),
})

/** Lets these faults happen to the first writes, one after the other; all later requests go through. */
const faults = (...list: readonly ProxyFault[]) => {
  const left = [...list]
  proxy.fault = async (operation, forward) => {
    if (operation !== 'BatchWriteItem') return forward()
    requests += 1
    const fault = left.shift()
    return fault ? fault(operation, forward) : forward()
  }
}

const refusal = (status: number, type: string) => ({ status, body: JSON.stringify({ __type: type, message: 'no' }) })
const throttled = refusal(400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException')

beforeEach(() => {
  now = start
  space = freshSpace()
  requests = 0
  faults()
})

const writeOne = async (): Promise<number | undefined> => (await store.write(space, [put('a')], forever)).get('a')
const storedFeedAt = async (): Promise<number | undefined> => (await store.get(space, ['a']))[0]?.feedAt

describe('writing records on a bad day', () => {
  it('writes again, with a new stamp, what was answered too close to its stamp', async () => {
    faults(async (_, forward) => {
      const answer = await forward()
      now += leadMs - 1_999
      return answer
    })
    const stamp = await writeOne()
    expect(stamp).toBe(start + leadMs - 1_999 + leadMs)
    expect(await storedFeedAt()).toBe(stamp)
    expect(requests).toBe(2)
  })

  it('is content with what was answered two seconds before its stamp', async () => {
    faults(async (_, forward) => {
      const answer = await forward()
      now += leadMs - 2_000
      return answer
    })
    expect(await writeOne()).toBe(start + leadMs)
    expect(requests).toBe(1)
  })

  it.each<[string, ProxyFault]>([
    ['the answer was lost', async (_, forward) => void (await forward())],
    ['the connection broke', async () => undefined],
    ['no answer came in time', () => new Promise(() => undefined)],
    ['the table refused for load', async () => throttled],
    ['the service failed', async () => refusal(500, 'InternalServerError')],
  ])('writes again, with a new stamp, when %s', async (_, fault) => {
    faults((operation, forward) => {
      now += 5_000
      return fault(operation, forward)
    })
    const stamp = await writeOne()
    expect(stamp).toBe(start + 5_000 + leadMs)
    expect(await storedFeedAt()).toBe(stamp)
    expect(requests).toBe(2)
  })

  it('writes again only the items that the table left out', async () => {
    faults(async (_, forward) => {
      await forward()
      now += 1_000
      const left = { PutRequest: { Item: { pk: { S: 'any' }, sk: { S: 'id-1' } } } }
      return { status: 200, body: JSON.stringify({ UnprocessedItems: { [tables.records]: [left] } }) }
    })
    const stamps = await store.write(space, [put('id-0'), put('id-1'), put('id-2')], forever)
    expect(stamps).toEqual(
      new Map([
        ['id-0', start + leadMs],
        ['id-1', start + 1_000 + leadMs],
        ['id-2', start + leadMs],
      ]),
    )
    const records = await store.get(space, ['id-0', 'id-1', 'id-2'])
    expect(new Map(records.map((record) => [record.id, record.feedAt]))).toEqual(stamps)
  })

  it('removes again only what the table left out', async () => {
    await store.write(space, [put('a'), put('b')], forever)
    requests = 0
    faults(async (_, forward) => {
      await forward()
      const left = { DeleteRequest: { Key: { pk: { S: 'any' }, sk: { S: 'b' } } } }
      return { status: 200, body: JSON.stringify({ UnprocessedItems: { [tables.records]: [left] } }) }
    })
    await store.remove(space, ['a', 'b'], forever)
    expect(requests).toBe(2)
    expect(await store.get(space, ['a', 'b'])).toEqual([])
  })

  it('counts the write units that the table tells of, repeated writes included', async () => {
    const spends: Spend[] = []
    faults(async () => throttled)
    const body = JSON.stringify({ text: 'x'.repeat(3_000) })
    await store.write(space, [put('a', { body })], forever, (spend) => spends.push(spend))
    expect(spends).toEqual([{ units: 4, estimated: false }])
    faults(async (_, forward) => {
      const answer = await forward()
      now += leadMs
      return answer
    })
    await store.write(space, [put('b', { body })], forever, (spend) => spends.push(spend))
    expect(spends).toHaveLength(3)
  })

  it('estimates write units from sizes and indexes where the table tells nothing of them', async () => {
    const spends: Spend[] = []
    faults(async (_, forward) => {
      await forward()
      return { status: 200, body: '{}' }
    })
    const puts = [
      put('a', { body: JSON.stringify({ text: 'x'.repeat(3_000) }) }),
      put('b', { body: '{}', employeeId: 'e' }),
    ]
    await store.write(space, puts, forever, (spend) => spends.push(spend))
    expect(spends).toEqual([{ units: 4 + 1 + 1 + 2, estimated: true }])
  })

  it('remembers from one write to the next what the table bears', async () => {
    let inFlight = 0
    let most = 0
    proxy.fault = async (operation, forward) => {
      inFlight += operation === 'BatchWriteItem' ? 1 : 0
      most = Math.max(most, inFlight)
      const answer = await forward()
      inFlight -= operation === 'BatchWriteItem' ? 1 : 0
      return answer
    }
    const many = Array.from({ length: 500 }, (_, index) => put(`id-${index}`))
    await store.write(space, many, forever)
    const learned = most
    most = 0
    await store.write(space, many.slice(0, 25 * learned), forever)
    expect(most).toBe(learned)
  })

  it('gives up when the deadline comes, after the writes under way have ended', async () => {
    proxy.fault = async () => {
      now += 4_000
      return throttled
    }
    const writing = store.write(space, [put('a')], start + 10_000)
    await expect(writing).rejects.toMatchObject({ code: 'WRITE_INCOMPLETE' })
    expect(now).toBe(start + 12_000)
  })

  it('fails at once on what will not pass', async () => {
    const puts = [put('fine'), put('big', { body: 'x'.repeat(500_000) })]
    await expect(store.write(space, puts, forever)).rejects.toThrow('size')
    expect(requests).toBe(1)
  })

  it('sends less at once after refusals, and more again after successes', async () => {
    let inFlight = 0
    let refusing = false
    const seen: number[] = []
    proxy.fault = async (operation, forward) => {
      if (operation !== 'BatchWriteItem') return forward()
      inFlight += 1
      seen.push(inFlight)
      const answer = refusing ? throttled : await forward()
      inFlight -= 1
      refusing = seen.length % 20 < 6
      return answer
    }
    const puts: readonly RecordPut[] = Array.from({ length: 2_000 }, (_, index) => put(`id-${index}`))
    const stamps = await store.write(space, puts, forever)
    expect(stamps.size).toBe(2_000)
    expect(seen[0]).toBe(1)
    expect(Math.max(...seen)).toBeGreaterThan(2)
    expect(Math.max(...seen)).toBeLessThanOrEqual(32)
  })

  it('keeps every record findable in the feed under the stamp it answered, whatever happens', async () => {
    const bad: readonly ProxyFault[] = [
      async (_, forward) => void (await forward()),
      async () => throttled,
      (_, forward) => forward(),
      async (_, forward) => {
        const answer = await forward()
        now += 9_000
        return answer
      },
    ]
    faults(...bad, ...bad, ...bad)
    const ids = Array.from({ length: 300 }, (_, index) => `id-${index}`)
    const stamps = await store.write(
      space,
      ids.map((id) => put(id)),
      forever,
    )
    expect([...stamps.keys()].toSorted()).toEqual(ids.toSorted())
    const page = await store.feed(space, { after: start, until: now + leadMs }, undefined, { records: 1_000 })
    expect(new Map(page.records.map((record) => [record.id, record.feedAt]))).toEqual(stamps)
  })
})

describe('reading records on a bad day', () => {
  it('asks again for keys that the table left out', async () => {
    await store.write(space, [put('a'), put('b')], forever)
    let gets = 0
    proxy.fault = async (operation, forward) => {
      if (operation !== 'BatchGetItem') return forward()
      gets += 1
      if (gets > 1) return forward()
      const left = ['a', 'b'].map((id) => ({ pk: { S: `${space.integrationId}#hris_employees#1#0` }, sk: { S: id } }))
      return {
        status: 200,
        body: JSON.stringify({
          Responses: {},
          UnprocessedKeys: { [tables.records]: { Keys: left, ConsistentRead: true } },
        }),
      }
    }
    const records = await store.get(space, ['a', 'b'])
    expect(records.map((record) => record.id).toSorted()).toEqual(['a', 'b'])
    expect(gets).toBe(2)
  })

  it('is patient when a read is refused for load', async () => {
    const patient = dynamoRecordStore({ client, table: tables.records, now: () => now, random: randomBytes })
    await store.write(space, [put('a')], forever)
    let queries = 0
    proxy.fault = async (operation, forward) => {
      queries += operation === 'Query' ? 1 : 0
      return queries === 1 ? throttled : forward()
    }
    const { records } = await patient.list(space, undefined, { records: 10 })
    expect(records).toHaveLength(1)
    expect(queries).toBe(2)
  })
})
