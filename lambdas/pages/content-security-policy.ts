type Options = {
  /** Of the one style element that the component library adds. */
  readonly nonce: string
  /** Who may have the page in a frame, as CSP names them. */
  readonly frameAncestors: string
  /** Where the vendor's logo is; null where there is none. */
  readonly logo: string | null
  /** Whom the page speaks to beside this server itself. */
  readonly connects: readonly string[]
}

const originOf = (address: string | null): readonly string[] =>
  address?.startsWith('https://') ? [new URL(address).origin] : []

/** Only what this server itself serves and the vendor's logo, and no inline script. */
export const contentSecurityPolicy = ({ nonce, frameAncestors, logo, connects }: Options): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data:", ...originOf(logo)].join(' '),
    ["connect-src 'self'", ...connects].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
