import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import type { Random } from '../../bench/data/random.ts'
import type { Answer, ProxyFault } from '../contracts/proxy-server.ts'

const refusal = (status: number, type: string): Answer => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'Not now.' }),
})

const BatchSchema = v.looseObject({ RequestItems: v.record(v.string(), v.array(v.unknown())) })

/** Carries out the first half of a batch and names the rest as unprocessed. */
const halfABatch = async (body: string, forward: (body?: string) => Promise<Answer>): Promise<Answer> => {
  const { RequestItems, ...rest } = v.parse(BatchSchema, JSON.parse(body))
  const [entry] = Object.entries(RequestItems)
  const [table = '', requests = []] = entry ?? []
  const half = Math.floor(requests.length / 2)
  if (half === 0) return { status: 200, body: JSON.stringify({ UnprocessedItems: { [table]: requests } }) }
  const answer = await forward(JSON.stringify({ ...rest, RequestItems: { [table]: requests.slice(0, half) } }))
  if (answer.status !== 200) return answer
  return { status: 200, body: JSON.stringify({ UnprocessedItems: { [table]: requests.slice(half) } }) }
}

const lost = async (forward: () => Promise<Answer>): Promise<undefined> => void (await forward())

/** A database under load: one request in `oneIn` meets a fault. */
export const dynamoFaults =
  (random: Random, oneIn: number): ProxyFault =>
  async (operation, forward, body = '{}') => {
    if (random.int(oneIn) > 0) return forward()
    const faults = [
      async () => refusal(400, 'ProvisionedThroughputExceededException'),
      async () => refusal(500, 'InternalServerError'),
      // The answer is lost, then the request itself.
      () => lost(forward),
      async () => undefined,
      () => delay(random.int(30)).then(() => forward()),
      () => (operation === 'BatchWriteItem' ? halfABatch(body, forward) : forward()),
      () => (operation === 'BatchWriteItem' ? halfABatch(body, forward) : forward()),
    ] as const
    return random.pick(faults)()
  }
