import type { Access } from './access.ts'
import type { Settings } from './settings.ts'

/** How people sign in; empty where nobody does and only API keys open the management API. */
export const tellSignIn = ({ openIdIssuer, openIdClientId, firstAdmin }: Settings): Access => ({
  statements: [],
  environment: {
    OPENID_ISSUER: openIdIssuer ?? '',
    OPENID_CLIENT_ID: openIdClientId ?? '',
    FIRST_ADMIN: firstAdmin ?? '',
  },
})
