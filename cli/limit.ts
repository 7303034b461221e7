import * as v from 'valibot'
import { type ApiClient, CommandError } from './client.ts'
import { integrationPath } from './pages.ts'

const AnythingSchema = v.looseObject({})

/** What the limits of the guards are called here, and as settings of the integration. */
const settings = {
  removals: 'removal_limit',
  quarantine: 'quarantine_limit',
  drift: 'drift_limit',
  swaps: 'swap_limit',
} as const

const isName = (name: string): name is keyof typeof settings => Object.hasOwn(settings, name)

type Wish = { readonly share: string | undefined; readonly records: string | undefined }

const limitOf = ({ share, records }: Wish) => {
  if (share === undefined && records === undefined) return null
  if (share === undefined || records === undefined)
    throw new CommandError(
      'A limit has both: --share from 0 to 1, and --records; without either it is the default again.',
    )
  return { share: Number(share), records: Number(records) }
}

/** `limit --integration ID NAME --share 0.2 --records 20`: from when on a guard holds what files would do. */
export const limitCommand = (api: ApiClient, integrationId: string, name: string, wish: Wish) => {
  if (!isName(name))
    throw new CommandError(`"${name}" is no limit; it must be one of ${Object.keys(settings).join(', ')}.`)
  return api('PATCH', integrationPath(integrationId), AnythingSchema, { body: { [settings[name]]: limitOf(wish) } })
}
