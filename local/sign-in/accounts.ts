import type { Account } from 'oidc-provider'

/** "Ada Lovelace" of ada.lovelace@example.com. */
const nameOf = (email: string): string =>
  email
    .replace(/@.*$/, '')
    .split(/[._+-]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')

/** Everybody has an account: who is let in is for the list of members to say. */
export const accountOf = (email: string): Account => ({
  accountId: email,
  claims: async () => ({ sub: email, email, email_verified: true, name: nameOf(email) }),
})
