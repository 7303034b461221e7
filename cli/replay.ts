import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})
const PreviewSchema = v.looseObject({ next: v.nullable(v.string()), results: v.array(AnythingSchema) })
const RollbackSchema = v.looseObject({ removals: v.number() })

const filePath = (integrationId: string, fileId: string): string =>
  `${integrationPath(integrationId)}/files/${encodeURIComponent(fileId)}/replay`

/** `replay preview FILE_ID`: what applying an archived file again would change, record by record. */
export const previewReplayCommand = async (api: ApiClient, integrationId: string, fileId: string) => {
  const path = filePath(integrationId, fileId)
  const { next, results, ...summary } = await api('GET', path, PreviewSchema)
  const changes = [...results]
  // Whoever looks is noted with each page, so none is read twice.
  for (let cursor = next; cursor !== null; ) {
    const page = await api('GET', `${path}?${new URLSearchParams({ cursor })}`, PreviewSchema)
    changes.push(...page.results)
    cursor = page.next
  }
  return { ...summary, changes }
}

/** `replay run FILE_ID --reason TEXT`: the file is applied again, as if it came now. */
export const replayCommand = (api: ApiClient, integrationId: string, fileId: string, reason: string) =>
  api('POST', filePath(integrationId, fileId), AnythingSchema, { body: { reason } })

const syncPath = (integrationId: string, syncId: string): string =>
  `${integrationPath(integrationId)}/syncs/${encodeURIComponent(syncId)}/rollback`

/** `rollback preview SYNC_ID`: what undoing a sync would change, and whom it would remove. */
export const previewRollbackCommand = (api: ApiClient, integrationId: string, syncId: string) =>
  api('GET', syncPath(integrationId, syncId), RollbackSchema)

const removalsIn = (text: string | undefined): number | undefined => {
  const removals = Number(text ?? Number.NaN)
  return Number.isInteger(removals) && removals >= 0 ? removals : undefined
}

/** `rollback run SYNC_ID --removals NUMBER --reason TEXT`: undoes it, if as many records go as whoever asks has seen. */
export const rollbackCommand = async (
  api: ApiClient,
  integrationId: string,
  syncId: string,
  { removals, reason }: { readonly removals: string | undefined; readonly reason: string },
) => {
  const confirmed = removalsIn(removals)
  if (confirmed === undefined) {
    const found = await previewRollbackCommand(api, integrationId, syncId)
    throw new CommandError(
      `This would remove ${found.removals} records. "rollback preview" names them; confirm with --removals ${found.removals}.`,
    )
  }
  return api('POST', syncPath(integrationId, syncId), AnythingSchema, { body: { removals: confirmed, reason } })
}
