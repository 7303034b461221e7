import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const RowSchema = v.looseObject({ from: v.string(), to: v.string() })
const AppliedSchema = v.looseObject({ applied: v.boolean() })
const SetSchema = v.looseObject({ set: v.string(), links: v.number() })
const ChangedSchema = v.looseObject({ links: v.number(), sync_id: v.string() })

const pathOf = (integrationId: string): string => `${integrationPath(integrationId)}/identity`

const queryOf = (by: string | undefined): Readonly<Record<string, string>> => (by === undefined ? {} : { by })

/** `identity list --integration ID`: the links that stand, and whether the records are what they make of them. */
export const listLinksCommand = async (api: ApiClient, integrationId: string) => {
  const path = pathOf(integrationId)
  const { applied } = await api('GET', path, AppliedSchema)
  return { applied, links: await everyResult(api, path, RowSchema) }
}

/** `identity suggest --integration ID [--by FIELD]`: who is missing and seems to be there under another id, and the name of the set. */
export const suggestLinksCommand = async (api: ApiClient, integrationId: string, by: string | undefined) => {
  const path = `${pathOf(integrationId)}/suggestions`
  const { set, links } = await api('GET', `${path}?${new URLSearchParams(queryOf(by))}`, SetSchema)
  return { set, links, suggested: await everyResult(api, path, RowSchema, queryOf(by)) }
}

/** Answers what stands before and behind the arrow of `OLD=NEW`. */
const pairIn = (text: string) => {
  const [from, to, ...more] = text.split('=')
  if (!from || !to || more.length > 0) throw new CommandError(`--pair is "${text}"; it must be OLD_ID=NEW_ID.`)
  return { from, to }
}

type Wish = {
  readonly reason: string
  readonly set: string | undefined
  readonly by: string | undefined
  readonly pairs: readonly string[] | undefined
  readonly keep: string | undefined
}

/** `identity link`: pairs of remote ids, or all that `identity suggest` names by their set. */
export const linkCommand = (api: ApiClient, integrationId: string, { reason, set, by, pairs, keep }: Wish) => {
  if ((set === undefined) === (pairs === undefined))
    throw new CommandError(
      'Say who is whom: --pair OLD_ID=NEW_ID, as often as needed, or --set NAME for all that "identity suggest" lists.',
    )
  const links = pairs?.map((pair) => ({ ...pairIn(pair), ...(keep === undefined ? {} : { keep }) }))
  return api('POST', pathOf(integrationId), ChangedSchema, { body: { links, set, by, reason } })
}

/** `identity unlink`: undoes links, each named by the newer of its ids. */
export const unlinkCommand = (api: ApiClient, integrationId: string, ids: readonly string[] = [], reason: string) => {
  if (ids.length === 0) throw new CommandError('Say which link: --id NEW_ID, as often as needed.')
  return api('POST', `${pathOf(integrationId)}/undo`, ChangedSchema, { body: { to: ids, reason } })
}
