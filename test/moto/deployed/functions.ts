import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { moto } from '../moto.ts'

const AnswerSchema = v.object({
  id: v.number(),
  result: v.exactOptional(v.unknown()),
  error: v.exactOptional(v.string()),
})

export type RunningFunction = { call(event: unknown): Promise<unknown>; stop(): Promise<void> }

const handlerOf = (name: string): string =>
  fileURLToPath(new URL(`../../../lambdas/${name}/handler.ts`, import.meta.url))

/** A function of the product with the variables that its resource has, against moto. */
export const startFunction = async (
  name: string,
  variables: Readonly<Record<string, string>>,
): Promise<RunningFunction> => {
  const { accessKeyId, secretAccessKey } = moto.credentials
  const child = fork(fileURLToPath(new URL('./function-process.ts', import.meta.url)), [handlerOf(name), name], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...variables,
      AWS_ENDPOINT_URL: moto.endpoint,
      AWS_REGION: moto.region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
    },
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const exit = once(child, 'exit')
  exit.then(([code]) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}.`))
  })
  const first = await Promise.race([once(child, 'message'), exit.then(() => undefined)])
  if (first === undefined) throw new Error(`${name} does not start.`)
  child.on('message', (message) => {
    const { id, result, error } = v.parse(AnswerSchema, message)
    if (error === undefined) waiting.get(id)?.resolve(result)
    else waiting.get(id)?.reject(new Error(`${name}: ${error}`))
    waiting.delete(id)
  })
  let calls = 0
  return {
    call: (event) => {
      const id = ++calls
      const answer = Promise.withResolvers<unknown>()
      waiting.set(id, answer)
      child.send({ id, event })
      return answer.promise
    },
    stop: async () => {
      if (child.connected) child.disconnect()
      await exit
    },
  }
}
