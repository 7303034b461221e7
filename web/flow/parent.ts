import { pageSettings } from './page-settings.ts'
import { parentTargets } from './parent-targets.ts'

/** Whether this page stands in a frame; a magic link opens it as a page of its own. */
export const isEmbedded = window.parent !== window

const originOf = (address: string): string | undefined => {
  const origin = URL.canParse(address) ? new URL(address).origin : 'null'
  return origin === 'null' ? undefined : origin
}

const targets = (): readonly string[] =>
  parentTargets({
    allowed: pageSettings.allowedOrigins,
    parent: originOf(window.location.ancestorOrigins?.[0] ?? document.referrer),
    own: window.location.origin,
  })

type Message =
  | { readonly type: 'success'; readonly data: { readonly activation_token: string } }
  | { readonly type: 'close' }

/** Tells the page around this one, which then takes the frame away. */
export const tellParent = (message: Message): void => {
  if (!isEmbedded) return
  for (const target of targets()) window.parent.postMessage(message, target)
}
