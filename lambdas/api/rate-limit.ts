import { type Refusal, refuse } from '#core/api/answer.ts'
import type { Admission } from '#core/api/endpoint.ts'
import type { ApiKey } from '#core/control/api-key.ts'
import type { ApiPorts } from './ports.ts'

const windowMs = 60_000

/**
 * The unified API and the management API are counted apart, so that neither people nor scripts who look after
 * integrations take requests from the app.
 */
const budgets = ['v1', 'manage'] as const

const counterOf = ({ id }: Pick<ApiKey, 'id'>, budget: (typeof budgets)[number]): string => `${id}#${budget}`

/** Counts a request of a key. What it answers carries the headers that tell how many are left. */
export const countRequest = async (
  { usage, system, requestsPerMinute }: Pick<ApiPorts, 'usage' | 'system' | 'requestsPerMinute'>,
  apiKey: ApiKey,
  route: string,
): Promise<Admission | Refusal<'PLATFORM.RATE_LIMIT_EXCEEDED'>> => {
  const now = system.clock()
  const limit = apiKey.requestsPerMinute ?? requestsPerMinute
  const budget = route.includes(' /manage/') ? 'manage' : 'v1'
  const count = await usage.count(counterOf(apiKey, budget), Math.floor(now / windowMs))
  const reset = String(Math.ceil((windowMs - (now % windowMs)) / 1000))
  const headers = {
    'ratelimit-limit': String(limit),
    'ratelimit-remaining': String(Math.max(0, limit - count)),
    'ratelimit-reset': reset,
  }
  if (count <= limit) return { kind: 'admitted', caller: { kind: 'key', id: apiKey.id, name: apiKey.name }, headers }
  const message = `This API key may send ${limit} requests a minute. Send the next one in ${reset} seconds.`
  return { ...refuse('PLATFORM.RATE_LIMIT_EXCEEDED', message), headers: { ...headers, 'retry-after': reset } }
}

/** The minute in which a key was last used, epoch milliseconds. */
export const lastUseOf = async (
  { usage }: Pick<ApiPorts, 'usage'>,
  apiKey: Pick<ApiKey, 'id'>,
): Promise<number | null> => {
  const windows = await Promise.all(budgets.map((budget) => usage.lastWindow(counterOf(apiKey, budget))))
  const last = Math.max(...windows.map((window) => window ?? 0))
  return last === 0 ? null : last * windowMs
}
