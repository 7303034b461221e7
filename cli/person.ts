import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { everyResult, integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})

type Wish = {
  readonly remoteId: string | undefined
  readonly ids: readonly string[] | undefined
  readonly reason: string
}

/** `person export` and `person erase`: all that is stored of one person, or its end. */
export const personCommand = (
  api: ApiClient,
  integrationId: string,
  deed: 'export' | 'erase',
  { remoteId, ids = [], reason }: Wish,
) => {
  const [id, ...more] = ids
  if ((remoteId === undefined) === (id === undefined) || more.length > 0)
    throw new CommandError(
      'Say who is meant: --remote-id ID as the files call the person, or --id ID as the API does. One person at a time.',
    )
  const body = { ...(remoteId === undefined ? { id } : { remote_id: remoteId }), reason }
  return api('POST', `${integrationPath(integrationId)}/${deed}-person`, AnythingSchema, { body })
}

/** `receipts`: what was taken away for good, and what is still under way. */
export const receiptsCommand = async (api: ApiClient) => ({
  receipts: await everyResult(api, '/manage/receipts', AnythingSchema),
})
