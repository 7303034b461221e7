import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type Provider from 'oidc-provider'
import { expiredPage, signInPage } from './pages.ts'
import type { ProviderOptions } from './provider.ts'

type Options = Omit<ProviderOptions, 'issuer'> & { readonly port: number; readonly firstAdmin: string }

export type SignInServer = { readonly issuer: string; close(): Promise<void> }

const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } as const

/** Whoever has no interaction, or one that has ended, may not go on. */
const interact = async (
  provider: Provider,
  firstAdmin: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const isKnown = await provider.interactionDetails(request, response).then(
    () => true,
    () => false,
  )
  if (!isKnown) {
    response.writeHead(400, html).end(expiredPage)
    return
  }
  if (request.method !== 'POST') {
    response.writeHead(200, html).end(signInPage(firstAdmin))
    return
  }
  const email = new URLSearchParams(await text(request)).get('email')?.trim().toLowerCase() ?? ''
  await provider.interactionFinished(request, response, { login: { accountId: email } })
}

/**
 * Has people sign in on this machine. The provider is loaded when somebody first asks for it: most starts of the product
 * show nobody a dashboard.
 */
export const startSignInServer = async ({ port, firstAdmin, ...client }: Options): Promise<SignInServer> => {
  const host = `127.0.0.1:${port}`
  const issuer = `http://${host}`
  const load = async () => (await import('./provider.ts')).createProvider({ issuer, ...client })
  let provider: Promise<Provider> | undefined
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page of another host whose name leads here must not sign anybody in.
    if (request.headers.host !== host) {
      response.writeHead(421).end()
      return
    }
    provider ??= load()
    const loaded = await provider
    if (request.url?.startsWith('/interaction/')) return interact(loaded, firstAdmin, request, response)
    await loaded.callback()(request, response)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    issuer,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
