/** What an OpenID issuer says about the person whom it gave an ID token for us. */
export type Identity = { readonly email: string; readonly emailVerified: boolean; readonly name: string | null }

/** Proves an ID token; `undefined` when the issuer did not give it, not for us, or it has expired. */
export type VerifyIdToken = (token: string) => Promise<Identity | undefined>

/** How people sign in. */
export type SignIn = {
  readonly verify: VerifyIdToken
  /** The e-mail address of whoever becomes the first admin. */
  readonly firstAdmin: string
}

/** Where an issuer has people sign in and out, and gives tokens. */
export type IssuerEndpoints = {
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  /** Null where it cannot be told that somebody signed out. */
  readonly endSessionEndpoint: string | null
}
