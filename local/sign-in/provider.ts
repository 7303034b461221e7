import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import { signInPaths } from '#core/deployment/dashboard-front.ts'
import { newSecret } from '../secrets.ts'
import { accountOf } from './accounts.ts'
import { keptInMemory } from './kept-in-memory.ts'
import { signOutPage } from './pages.ts'

export type ProviderOptions = {
  /** The provider's own address. */
  readonly issuer: string
  readonly clientId: string
  /** Addresses under which the dashboard is opened. */
  readonly dashboards: readonly string[]
}

const scopes = 'openid email profile'
const tokenSeconds = 60 * 60
const sessionSeconds = 14 * 24 * 60 * 60

const clientOf = ({ clientId, dashboards }: ProviderOptions) => ({
  client_id: clientId,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code', 'refresh_token'],
  id_token_signed_response_alg: 'ES256' as const,
  redirect_uris: dashboards.map((url) => url + signInPaths.signedIn),
  post_logout_redirect_uris: dashboards.map((url) => url + signInPaths.signedOut),
})

/** Nobody is asked whether the dashboard may know who they are. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const grant = new oidc.provider.Grant({
    clientId: oidc.client?.clientId ?? '',
    accountId: oidc.session?.accountId ?? '',
  })
  grant.addOIDCScope(scopes)
  await grant.save()
  return grant
}

/** An OpenID provider for one person on their own machine: it believes whoever says who they are. */
export const createProvider = async (options: ProviderOptions): Promise<Provider> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig' }
  return new Provider(options.issuer, {
    adapter: keptInMemory(),
    clients: [clientOf(options)],
    jwks: { keys: [key] },
    cookies: { keys: [await newSecret()] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    // The ID token is what the API is shown, so it says who this is.
    conformIdTokenClaims: false,
    findAccount: (_, email) => accountOf(email),
    loadExistingGrant,
    issueRefreshToken: async () => true,
    clientBasedCORS: (_, origin) => options.dashboards.includes(origin),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => {
          context.body = signOutPage(form)
        },
      },
    },
    ttl: {
      ...{
        IdToken: tokenSeconds,
        AccessToken: tokenSeconds,
        AuthorizationCode: tokenSeconds,
        Interaction: tokenSeconds,
      },
      ...{ Session: sessionSeconds, Grant: sessionSeconds, RefreshToken: sessionSeconds },
    },
  })
}
