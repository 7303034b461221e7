import { setTimeout as delay } from 'node:timers/promises'
import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const ItemSchema = v.looseObject({ id: v.string(), state: v.string() })
type Listed = v.InferOutput<typeof ItemSchema>[]

export const listFiles = (api: ApiClient, integrationId: string): Promise<Listed> =>
  everyResult(api, `${integrationPath(integrationId)}/files`, ItemSchema)
const listSyncs = (api: ApiClient, integrationId: string): Promise<Listed> =>
  everyResult(api, `${integrationPath(integrationId)}/syncs`, ItemSchema)

const hasEnded = ({ state }: { readonly state: string }): boolean => state !== 'QUEUED' && state !== 'RUNNING'

/** Two requests each time: an API key may send 300 a minute. */
const lookEveryMs = 500
/** Between an upload and the first trace of it lies an event: so long must nothing be under way. */
const quietMs = 2_000

/** Waits until every file that has arrived has had its sync, and at least one has. */
export const settledSyncs = async (api: ApiClient, integrationId: string, waitSeconds: number): Promise<Listed> => {
  const giveUpAt = Date.now() + waitSeconds * 1000
  let quietSince: number | undefined
  for (;;) {
    const [files, syncs] = await Promise.all([listFiles(api, integrationId), listSyncs(api, integrationId)])
    const onTheWay = files.some(({ state }) => state === 'RECEIVED' || state === 'ARCHIVED')
    const running = !syncs.every(hasEnded)
    const now = Date.now()
    quietSince = syncs.length === 0 || onTheWay || running ? undefined : (quietSince ?? now)
    if (quietSince !== undefined && now - quietSince >= quietMs) return syncs
    if (now > giveUpAt)
      throw new CommandError(`No sync had finished after ${waitSeconds} seconds. Look at "files" for what arrived.`)
    await delay(lookEveryMs)
  }
}

const ReportSchema = v.looseObject({ id: v.string(), state: v.string() })

const QueuedSchema = v.object({ sync_id: v.string() })

/** `sync --integration ID [--verify]`: queues a run and answers its id. */
export const syncCommand = (api: ApiClient, integrationId: string, verify: boolean) =>
  verify
    ? api('POST', `${integrationPath(integrationId)}/verify`, QueuedSchema)
    : api('POST', '/v1/force-sync', QueuedSchema, { integrationId, body: {} })

const IntegrationSchema = v.object({ id: v.string() })
type Asked = { readonly integration_id: string } & ({ readonly sync_id: string } | { readonly error: string })

/** `sync --all [--verify]`: the same for every integration; one that refuses stops no other. */
export const syncAllCommand = async (api: ApiClient, verify: boolean) => {
  const asked: Asked[] = []
  for (const { id } of await everyResult(api, '/manage/integrations', IntegrationSchema)) {
    const said = await syncCommand(api, id, verify).catch((error: unknown) => {
      if (error instanceof CommandError) return { error: error.message }
      throw error
    })
    asked.push({ integration_id: id, ...said })
  }
  return { integrations: asked }
}

/** Once all have ended: those that did so meanwhile, else the newest. */
const awaitedSyncs = async (api: ApiClient, integrationId: string, waitSeconds: number): Promise<Listed> => {
  const before = new Set((await listSyncs(api, integrationId)).filter(hasEnded).map(({ id }) => id))
  const settled = await settledSyncs(api, integrationId, waitSeconds)
  const fresh = settled.filter(({ id }) => !before.has(id))
  return fresh.length > 0 ? fresh : settled.slice(0, 1)
}

/** `syncs --integration ID [--wait]`: every run with its whole report, newest first; with `--wait`, what it waited for. */
export const syncsCommand = async (api: ApiClient, integrationId: string, waitSeconds: number | undefined) => {
  const syncs =
    waitSeconds === undefined
      ? await listSyncs(api, integrationId)
      : await awaitedSyncs(api, integrationId, waitSeconds)
  const reports = []
  for (const { id } of syncs)
    reports.push(await api('GET', `${integrationPath(integrationId)}/syncs/${id}`, ReportSchema))
  return { syncs: reports }
}
