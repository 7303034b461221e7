import type { Dataset } from '#core/files/datasets.ts'
import type { callFlow } from '../api.ts'
import { failed } from '../failure.ts'

type Wish = { readonly purpose: 'sample' } | { readonly purpose: 'delivery'; readonly dataset: Dataset }

/** Puts a file where the server says. Throws a failure. */
export const sendFile = async (call: typeof callFlow, file: File, wish: Wish) => {
  const begun = await call('POST /flow/uploads', { body: { name: file.name, size: file.size, ...wish } })
  const { method, url, headers } = begun
  const stored = await fetch(url, { method, headers, body: file }).catch(() => undefined)
  if (!stored?.ok) throw failed({ code: 'UNREACHABLE', message: 'The file could not be sent.' })
  return begun
}
