import { flowDescriptions } from '#core/api/endpoints/flow.ts'
import { failed } from '../api/failure.ts'
import { callFlow, type LinkAnswer } from './api.ts'
import { keep, kept } from './kept.ts'

/** Whether this is the address of the customer's lasting page, not that of a flow. */
const isAtPage = window.location.pathname.endsWith('/page')

/** Tokens leave the address at once: addresses are kept, shown and sent along. */
const takeTokens = () => {
  const { search, pathname, hash } = window.location
  const parameters = new URLSearchParams(search)
  window.history.replaceState(null, '', pathname + hash)
  return { token: parameters.get('token'), optOut: parameters.get('opt_out') }
}

const { token, optOut } = takeTokens()

/** What a mail's last line brings along: it stops the mails, and opens nothing. */
export const optOutToken: string | null = optOut

const isAlive = ({ expires_at }: LinkAnswer): boolean => Date.parse(expires_at) > Date.now()

const isOfPage = ({ kind }: LinkAnswer): boolean => kind === 'page'

/** Whether the customer's page is shown; before a link is open, the address decides. */
export const leadsToPage = (link: LinkAnswer | undefined): boolean => (link ? isOfPage(link) : isAtPage)

/** Opens the link that this page was opened with, or goes on after a reload. */
export const openLink = async (): Promise<LinkAnswer> => {
  if (token === null) {
    const earlier = kept('link', flowDescriptions['POST /flow/session'].data)
    if (earlier && isAlive(earlier) && isOfPage(earlier) === isAtPage) return earlier
    throw failed({ code: 'NO_TOKEN', message: 'The address of this page is not complete.' })
  }
  const link = await callFlow('POST /flow/session', { body: { token } })
  keep('link', link)
  return link
}

/** After this a reload opens nothing any more. */
export const forgetLink = (): void => keep('link', null)
