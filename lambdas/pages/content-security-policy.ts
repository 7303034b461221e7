import type { PageSettings } from '#core/deployment/page-bundle.ts'

type Options = Pick<PageSettings, 'allowedOrigins' | 'branding'> & {
  /** Of the one style element that the component library adds. */
  readonly nonce: string
  /** Where files are put, beside this server itself. */
  readonly uploadOrigins: readonly string[]
}

const originOf = (address: string | null): readonly string[] =>
  address?.startsWith('https://') ? [new URL(address).origin] : []

/** Only what this server itself serves and the vendor's logo, no inline script, and only the allowed pages around it. */
export const contentSecurityPolicy = ({ nonce, allowedOrigins, branding, uploadOrigins }: Options): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data:", ...originOf(branding.logo)].join(' '),
    // Files are put straight into the buckets.
    ["connect-src 'self'", ...uploadOrigins].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${allowedOrigins.length === 0 ? '*' : ["'self'", ...allowedOrigins].join(' ')}`,
  ].join('; ')
