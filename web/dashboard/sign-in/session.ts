import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { signInPaths } from '#core/deployment/dashboard-front.ts'
import type { SignInSettings } from '#core/deployment/page-bundle.ts'
import { failed } from '../../api/failure.ts'
import { basePath } from '../page-settings.ts'

type Issuer = Extract<SignInSettings, { kind: 'on' }>

export type Session = {
  /** Of the account that signed in, as the issuer calls it. */
  readonly email: string
  /** A valid ID token; throws `SIGNED_OUT` when the sign-in has ended. */
  readonly token: () => Promise<string>
  readonly signInAgain: () => Promise<void>
  readonly signOut: () => Promise<void>
}

/** What came of opening the page; `leaving` when the issuer is on its way. */
export type Opening =
  | { readonly kind: 'signed-in'; readonly session: Session }
  | { readonly kind: 'leaving' | 'signed-out' | 'failed' }

const renewalSeconds = 60

const managerOf = (issuer: Issuer): UserManager => {
  const home = window.location.origin + basePath
  return new UserManager({
    authority: issuer.issuer,
    client_id: issuer.clientId,
    redirect_uri: home + signInPaths.signedIn,
    post_logout_redirect_uri: home + signInPaths.signedOut,
    scope: 'openid email profile',
    metadata: {
      issuer: issuer.issuer,
      authorization_endpoint: issuer.authorizationEndpoint,
      token_endpoint: issuer.tokenEndpoint,
      ...(issuer.endSessionEndpoint === null ? {} : { end_session_endpoint: issuer.endSessionEndpoint }),
    },
    // Tokens stay in memory: after a reload the issuer's own session signs in again.
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: false,
  })
}

const here = (): string => window.location.pathname + window.location.search + window.location.hash

/** Goes to the issuer, and comes back to `path`. */
const leaveFor = (manager: UserManager, path: string): Promise<void> => manager.signinRedirect({ state: path })

const ended = (): Error => failed({ code: 'SIGNED_OUT', message: 'The sign-in has ended.' })

const currentToken = async (manager: UserManager): Promise<string> => {
  const user = await manager.getUser()
  const isFresh = (user?.expires_in ?? 0) > renewalSeconds
  if (user?.id_token && isFresh) return user.id_token
  if (!user?.refresh_token) throw ended()
  const renewed = await manager.signinSilent().catch(() => null)
  if (!renewed?.id_token) throw ended()
  return renewed.id_token
}

const signOut = async (manager: UserManager, issuer: Issuer): Promise<void> => {
  if (issuer.endSessionEndpoint === null) {
    await manager.removeUser()
    window.location.replace(basePath + signInPaths.signedOut)
    return
  }
  // Cognito knows the last parameter by a name of its own.
  const home = window.location.origin + basePath + signInPaths.signedOut
  await manager.signoutRedirect({ extraQueryParams: { client_id: issuer.clientId, logout_uri: home } })
}

const comeBack = async (manager: UserManager, issuer: Issuer): Promise<Opening> => {
  const user = await manager.signinCallback().catch(() => undefined)
  if (!user) return { kind: 'failed' }
  const path = typeof user.state === 'string' && user.state.startsWith('/') ? user.state : `${basePath}/`
  window.history.replaceState(null, '', path)
  return {
    kind: 'signed-in',
    session: {
      email: user.profile.email ?? '',
      token: () => currentToken(manager),
      signInAgain: () => leaveFor(manager, here()),
      signOut: () => signOut(manager, issuer),
    },
  }
}

/** Signs in: by the issuer's answer in the address, else by going there. */
export const openSession = async (issuer: Issuer): Promise<Opening> => {
  const manager = managerOf(issuer)
  const path = window.location.pathname.slice(basePath.length)
  if (path === signInPaths.signedIn) return comeBack(manager, issuer)
  if (path === signInPaths.signedOut) return { kind: 'signed-out' }
  await leaveFor(manager, here())
  return { kind: 'leaving' }
}

/** From a page that is not signed in. */
export const signInAnew = (issuer: Issuer): Promise<void> => leaveFor(managerOf(issuer), `${basePath}/`)
