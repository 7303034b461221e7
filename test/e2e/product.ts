import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kombo } from '@kombo-api/sdk'
import { afterAll } from 'vitest'
import { type ApiClient, apiClient } from '../../cli/client.ts'
import { personalWords } from './company.ts'

const folders: string[] = []
const children = new Set<ChildProcess>()
// A test run that is broken off must leave no product behind.
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

/** An empty folder that goes away with the tests of the file. */
export const scratchFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-e2e-'))
  folders.push(folder)
  return folder
}

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type Running = {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  readonly ended: Promise<Ended>
}

type Variables = Readonly<Record<string, string | undefined>>

/** Runs one of the product's programs in a process of its own, without the settings of whoever runs the tests. */
export const runNode = (args: readonly string[], variables: Variables = {}): Running => {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, args, {
    env: { PATH, HOME, NODE_COMPILE_CACHE, TZ: 'UTC', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.add(child)
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text
  })
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    children.delete(child)
    return { code: code ?? null, ...said }
  })
  return { child, stdout: () => said.stdout, stderr: () => said.stderr, ended }
}

type Places = {
  readonly url: string
  readonly dashboardUrl: string
  readonly sftpPort: number
  readonly fingerprints: readonly string[]
}

const placesIn = (welcome: string): Places | undefined => {
  const [, url] = /API +(http:\S+)\/v1/.exec(welcome) ?? []
  const [, dashboardUrl] = /Dashboard +(http:\S+)/.exec(welcome) ?? []
  const [, sftpPort] = /SFTP +127\.0\.0\.1:(\d+)/.exec(welcome) ?? []
  if (url === undefined || dashboardUrl === undefined || sftpPort === undefined) return undefined
  return {
    url,
    dashboardUrl,
    sftpPort: Number(sftpPort),
    fingerprints: [...welcome.matchAll(/SHA256:\S+/g)].map(String),
  }
}

const welcomed = async (program: Running): Promise<Places> => {
  const early = program.ended.then(({ stderr }): Places => {
    throw new Error(`The product did not start: ${stderr}`)
  })
  early.catch(() => undefined)
  for (;;) {
    const places = placesIn(program.stdout())
    if (places) return places
    await Promise.race([once(program.child.stdout ?? program.child, 'data'), early])
  }
}

type Answer = { readonly status: number; readonly type: string | null; readonly json: unknown }
type CallOptions = { readonly body?: unknown; readonly token?: string; readonly integrationId?: string }

export type Product = Places & {
  readonly dataFolder: string
  readonly apiKey: string
  readonly api: ApiClient
  /** The unmodified official SDK, with the key of the environment unless another is given. */
  readonly sdk: (integrationId?: string, apiKey?: string) => Kombo
  /** One raw request; text bodies are sent as they are. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
  /** SIGTERM, a clean end, and a log that names nobody. */
  readonly stop: () => Promise<void>
  /** Ends it without warning, as a power cut does. */
  readonly kill: () => Promise<void>
}

/** Whatever a test sends through the product, its log names nobody. */
const checkLog = async (dataFolder: string): Promise<void> => {
  const log = join(dataFolder, 'rosterport.log')
  // Where nothing happened there is none.
  const lines = existsSync(log) ? (await readFile(log, 'utf8')).split('\n') : []
  const telling = lines.find((line) => personalWords.some((word) => line.includes(word)))
  if (telling !== undefined) throw new Error(`The log has personal data: ${telling}`)
}

const stop = async ({ child, ended }: Running): Promise<void> => {
  child.kill('SIGTERM')
  const { code, stdout, stderr } = await ended
  if (code !== 0 || stderr !== '') throw new Error(`The product ended with ${code}. ${stderr}`)
  if (!stdout.trimEnd().endsWith('Stopping …')) throw new Error(`The product said at its end: ${stdout}`)
}

/** `npm start` as a process: on ports that the system chooses, and a data folder of its own unless one is given. */
export const startProduct = async (given: { readonly dataFolder?: string } = {}): Promise<Product> => {
  const dataFolder = given.dataFolder ?? join(await scratchFolder(), 'data')
  const program = runNode(['local/start.ts'], {
    PORT: '0',
    SFTP_PORT: '0',
    ROSTERPORT_DATA: dataFolder,
    // Tests poll more often than people.
    ROSTERPORT_REQUESTS_PER_MINUTE: '100000',
    ROSTERPORT_LOCAL_WEBHOOKS: 'true',
  })
  const places = await welcomed(program)
  const { url } = places
  const health = await fetch(`${url}/healthz`)
  if (health.status !== 200) throw new Error(`/healthz answered ${health.status} after the welcome`)
  const apiKey = (await readFile(join(dataFolder, 'api-key'), 'utf8')).trim()
  const call: Product['call'] = async (method, path, { body, token = apiKey, integrationId } = {}) => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(integrationId === undefined ? {} : { 'x-integration-id': integrationId }),
    }
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await fetch(url + path, { method, headers, ...sent })
    return { status: response.status, type: response.headers.get('content-type'), json: await response.json() }
  }
  return {
    ...places,
    dataFolder,
    apiKey,
    api: await apiClient({ ROSTERPORT_URL: url, ROSTERPORT_API_KEY: apiKey }),
    sdk: (integrationId, key = apiKey) =>
      new Kombo({ api_key: key, integration_id: integrationId, server_url: `${url}/v1` }),
    call,
    stop: async () => {
      await stop(program)
      await checkLog(dataFolder)
    },
    kill: async () => {
      program.child.kill('SIGKILL')
      await program.ended
    },
  }
}

type Pages<Result> = PromiseLike<AsyncIterable<{ readonly result: { readonly data: { readonly results: Result[] } } }>>

/** Everything a list of the SDK gives, page after page. */
export const everything = async <Result>(pages: Pages<Result>): Promise<readonly Result[]> => {
  const results: Result[] = []
  for await (const { result } of await pages) results.push(...result.data.results)
  return results
}
