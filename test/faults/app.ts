// Apps that keep their own copies of what the API shows, in a process of their own with clocks of their own.
import * as v from 'valibot'
import type { AppAnswer, AppOrder, AppPlace } from './app-messages.ts'
import type { List } from './lists.ts'

const pageSize = 40

const PageSchema = v.object({
  data: v.object({ results: v.array(v.looseObject({ id: v.string() })), next: v.nullable(v.string()) }),
})

type App = {
  readonly place: AppPlace
  readonly copy: Map<string, unknown>
  /** When it last began to read each list, by its own clock. */
  readonly asked: Map<List, number>
}

const apps = new Map<string, App>()

/** All pages of a list; undefined while the integration is not ready to be read. */
const readList = async (
  { url, apiKey, integrationId }: AppPlace,
  list: List,
  since: number | undefined,
): Promise<readonly { readonly id: string }[] | undefined> => {
  const found: { readonly id: string }[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query = new URLSearchParams({ include_deleted: 'true', page_size: String(pageSize), cursor })
    if (since !== undefined) query.set('updated_after', new Date(since).toISOString())
    const response = await fetch(`${url}/v1/hris/${list}?${query}`, {
      headers: { authorization: `Bearer ${apiKey}`, 'x-integration-id': integrationId },
    })
    const answer: unknown = await response.json()
    if (response.status === 409) return undefined
    if (response.status !== 200) throw new Error(`${list}: ${response.status} ${JSON.stringify(answer)}`)
    const { data } = v.parse(PageSchema, answer)
    found.push(...data.results)
    cursor = data.next
  }
  return found
}

/** Reads what changed in a list since it last began to; next time it asks for what changed since now, by its own clock. */
const pollList = async ({ place, copy, asked }: App, list: List, now: number): Promise<void> => {
  const found = await readList(place, list, asked.get(list))
  if (!found) return
  for (const record of found) copy.set(record.id, record)
  asked.set(list, now)
}

const obey = async (order: AppOrder): Promise<readonly unknown[]> => {
  if (order.kind === 'open') {
    apps.set(order.app, { place: order.place, copy: new Map(), asked: new Map() })
    return []
  }
  const app = apps.get(order.app)
  if (!app) throw new Error('There is no such app.')
  if (order.kind === 'poll') {
    const now = Date.now() + order.ahead
    await Promise.all(order.lists.map((list) => pollList(app, list, now)))
    return []
  }
  if (order.kind === 'close') apps.delete(order.app)
  return order.kind === 'copy' ? [...app.copy.values()] : []
}

process.on('message', async ({ number, order }: { number: number; order: AppOrder }) => {
  const answer: AppAnswer = await obey(order).then(
    (records) => ({ number, records, error: null }),
    (error: unknown) => ({ number, records: [], error: String(error) }),
  )
  process.send?.(answer)
})
process.once('disconnect', () => process.exit())
