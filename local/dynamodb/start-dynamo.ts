import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import * as v from 'valibot'
import { createTables, type TableNames } from './create-tables.ts'
import { exitCodes } from './exit-codes.ts'

const AddressSchema = v.object({ port: v.number() })

/** A laptop's emulator asks for credentials, but any will do. */
export const laptopAccess = {
  region: 'eu-central-1',
  credentials: { accessKeyId: 'laptop', secretAccessKey: 'laptop' },
} as const

export type DynamoOptions = {
  readonly path: string
  /** 0: any free one */
  readonly port: number
  readonly tables: TableNames
}
export type RunningDynamo = { readonly endpoint: string; close(): Promise<void> }

const releaseMs = 5_000
const retryMs = 100

const reasons: Readonly<Record<number, string>> = {
  [exitCodes.dataInUse]:
    'another process uses its folder: stop the other Rosterport, or set ROSTERPORT_DATA to another folder',
  [exitCodes.portInUse]: 'its port is taken: choose another one',
}

/** The endpoint once the tables can be used, or the code with which the process ended before. */
const ready = async (child: ChildProcess, tables: TableNames): Promise<string | number> => {
  const ended = once(child, 'exit').then(([code]) => v.parse(v.number(), code ?? exitCodes.crashed))
  const address = once(child, 'message').then(([message]) => v.parse(AddressSchema, message))
  const first = await Promise.race([ended, address])
  if (typeof first === 'number') return first
  const endpoint = `http://127.0.0.1:${first.port}`
  const client = new DynamoDBClient({ ...laptopAccess, endpoint })
  const created = createTables(client, tables).then(() => endpoint)
  // A process that ends takes the creation with it: the exit code says more than the broken connection.
  created.catch(() => undefined)
  return Promise.race([ended, created]).finally(() => client.destroy())
}

/**
 * Starts DynamoDB's emulator over the data in `path`, in a process of its own, and creates the tables that are missing.
 * What was written survives the end of either process, however sudden.
 */
export const startDynamo = async ({ path, port, tables }: DynamoOptions): Promise<RunningDynamo> => {
  await mkdir(path, { recursive: true })
  // A predecessor that was just killed may need a moment to let go of the data.
  for (const giveUpAt = Date.now() + releaseMs; ; await delay(retryMs)) {
    const child = fork(fileURLToPath(new URL('./server.ts', import.meta.url)), [path, String(port)], { execArgv: [] })
    const outcome = await ready(child, tables).catch((error: unknown) => {
      child.kill('SIGKILL')
      throw error
    })
    if (typeof outcome === 'string') return { endpoint: outcome, close: () => stop(child) }
    const worthRetrying = outcome === exitCodes.dataInUse && Date.now() < giveUpAt
    if (!worthRetrying) throw new Error(`The database in ${path} does not start: ${reasons[outcome] ?? 'see above'}.`)
  }
}

const stop = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit')
  if (!child.connected) return
  child.disconnect()
  await exit
}
