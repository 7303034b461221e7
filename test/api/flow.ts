import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import type { ApiUnderTest } from './api-under-test.ts'

/** A new public key in OpenSSH's form. */
export const publicKey = (): string => newEd25519Pair().public

/** What the server keeps of a key: no comment. */
export const bare = (key: string): string => key.split(' ').slice(0, 2).join(' ')

export const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? ''

/** A flow behind a link, as its page walks it. */
export const openFlow = async (api: ApiUnderTest, link: string) => {
  const opened = await api.call('POST', '/flow/session', { body: { token: tokenOf(link) } })
  const bearer = { authorization: `Bearer ${opened.json.data?.session}` }
  const call = (method: string, path: string, body?: unknown) => api.call(method, path, { headers: bearer, body })
  return {
    opened,
    call,
    connect: (keys: readonly string[], wish: Record<string, unknown> = {}) =>
      call('POST', '/flow/connection', { public_keys: keys, ...wish }),
    look: async () => (await call('GET', '/flow/connection')).json.data,
    confirm: (step: string) => call('POST', `/flow/steps/${step}/confirm`),
    finish: () => call('POST', '/flow/finish'),
  }
}
