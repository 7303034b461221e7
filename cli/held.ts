import * as v from 'valibot'
import type { Dataset } from '#core/files/datasets.ts'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const RowSchema = v.looseObject({ id: v.string() })
const FileSchema = v.looseObject({ file_id: v.string(), sync_id: v.nullable(v.string()) })
const SetsSchema = v.looseObject({
  sets: v.array(v.looseObject({ dataset: v.string(), set: v.string() })),
  file: v.nullable(FileSchema),
})
const PairSchema = v.looseObject({ from: v.string(), to: v.string() })
const ReportSchema = v.looseObject({
  datasets: v.array(v.looseObject({ file_id: v.nullable(v.string()), pairs: v.optional(v.array(PairSchema)) })),
})
const DecidedSchema = v.looseObject({ records: v.number(), sync_id: v.string() })

const pathOf = (integrationId: string): string => `${integrationPath(integrationId)}/held`

/** `held list --integration ID`: what waits in each dataset, everybody whose removal is held, and the file that is held as a whole. */
export const listHeldCommand = async (api: ApiClient, integrationId: string) => {
  const path = pathOf(integrationId)
  const { sets, file } = await api('GET', path, SetsSchema)
  return { sets, held: await everyResult(api, path, RowSchema), file }
}

/** `held pairs --integration ID`: who is probably in the held file under another id, in the form in which people are linked. */
export const listPairsCommand = async (api: ApiClient, integrationId: string) => {
  const { file } = await api('GET', pathOf(integrationId), SetsSchema)
  if (!file?.sync_id) throw new CommandError('No file is held as a whole.')
  const sync = await api('GET', `${integrationPath(integrationId)}/syncs/${file.sync_id}`, ReportSchema)
  return { links: sync.datasets.find((each) => each.file_id === file.file_id)?.pairs ?? [] }
}

type Wish = {
  readonly dataset: Dataset
  readonly reason: string
  readonly set: string | undefined
  readonly ids: readonly string[] | undefined
  /** A file that is held as a whole. */
  readonly file: string | undefined
}

/** `held approve` and `held discard`: all who wait, as the list names their set, or some by their ids; or approves a held file. */
export const decideHeldCommand = (
  api: ApiClient,
  integrationId: string,
  decision: 'approve' | 'discard',
  { dataset, reason, set, ids, file }: Wish,
) => {
  if ([set, ids, file].filter((each) => each !== undefined).length !== 1)
    throw new CommandError(
      'Say who is meant: --set NAME for all who wait, as "held list" names their set, or --id ID for one of them, as often as needed; or --file ID to approve a file that is held as a whole.',
    )
  const body = { set, ids, file_id: file, reason }
  return api('POST', `${pathOf(integrationId)}/${dataset}/${decision}`, DecidedSchema, { body })
}
