import * as v from 'valibot'
import type { Dataset } from '#core/files/datasets.ts'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const RowSchema = v.looseObject({ id: v.string() })
const SetsSchema = v.looseObject({ sets: v.array(v.looseObject({ dataset: v.string(), set: v.string() })) })
const DecidedSchema = v.looseObject({ records: v.number(), sync_id: v.string() })

const pathOf = (integrationId: string): string => `${integrationPath(integrationId)}/held`

/** `held list --integration ID`: what waits in each dataset, and everybody whose removal is held. */
export const listHeldCommand = async (api: ApiClient, integrationId: string) => {
  const path = pathOf(integrationId)
  const { sets } = await api('GET', path, SetsSchema)
  return { sets, held: await everyResult(api, path, RowSchema) }
}

type Wish = {
  readonly dataset: Dataset
  readonly reason: string
  readonly set: string | undefined
  readonly ids: readonly string[] | undefined
}

/** `held approve` and `held discard`: all who wait, as the list names their set, or some by their ids. */
export const decideHeldCommand = (
  api: ApiClient,
  integrationId: string,
  decision: 'approve' | 'discard',
  { dataset, reason, set, ids }: Wish,
) => {
  if ((set === undefined) === (ids === undefined))
    throw new CommandError(
      'Say who is meant: --set NAME for all who wait, as "held list" names their set, or --id ID for one of them, as often as needed.',
    )
  const body = set === undefined ? { ids, reason } : { set, reason }
  return api('POST', `${pathOf(integrationId)}/${dataset}/${decision}`, DecidedSchema, { body })
}
