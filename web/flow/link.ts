import { flowDescriptions } from '#core/api/endpoints/flow.ts'
import { callFlow, type LinkAnswer } from './api.ts'
import { failed } from './failure.ts'
import { keep, kept } from './kept.ts'

/** The link's token, which leaves the address at once: addresses are kept, shown and sent along. */
const takeToken = (): string | undefined => {
  const token = new URLSearchParams(window.location.search).get('token')
  window.history.replaceState(null, '', window.location.pathname)
  return token ?? undefined
}

const token = takeToken()

const isAlive = ({ expires_at }: LinkAnswer): boolean => Date.parse(expires_at) > Date.now()

/** Opens the link that this page was opened with, or goes on after a reload. */
export const openLink = async (): Promise<LinkAnswer> => {
  if (token === undefined) {
    const earlier = kept('link', flowDescriptions['POST /flow/session'].data)
    if (earlier && isAlive(earlier)) return earlier
    throw failed({ code: 'NO_TOKEN', message: 'The address of this page is not complete.' })
  }
  const link = await callFlow('POST /flow/session', { body: { token } })
  keep('link', link)
  return link
}
