import * as v from 'valibot'
import type { ApiClient } from './client.ts'

/** Everything that a list answers, page after page. */
export const everyResult = async <Item extends v.GenericSchema>(
  api: ApiClient,
  path: string,
  item: Item,
  query: Readonly<Record<string, string>> = {},
): Promise<v.InferOutput<Item>[]> => {
  const PageSchema = v.object({ next: v.nullable(v.string()), results: v.array(item) })
  const results: v.InferOutput<Item>[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const parameters: string = new URLSearchParams({ ...query, ...(cursor === '' ? {} : { cursor }) }).toString()
    const page: v.InferOutput<typeof PageSchema> = await api('GET', `${path}?${parameters}`, PageSchema)
    results.push(...page.results)
    cursor = page.next
  }
  return results
}

export const integrationPath = (integrationId: string): string =>
  `/manage/integrations/${encodeURIComponent(integrationId)}`
