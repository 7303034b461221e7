import * as v from 'valibot'

/** The web pages as the bundler leaves them in web/dist: copied beside the function, read from there on the laptop. */
export const pageBundle = {
  folder: 'dist',
  /** The document of the connection and setup flows. */
  flow: 'flow.html',
  dashboard: 'dashboard.html',
  /** Everything that the documents name, each with a hash of its content in its name. */
  assets: 'assets',
} as const

/** What the function puts into the documents. */
export const pagePlaceholders = { settings: '"{{settings}}"', nonce: '{{nonce}}' } as const

const vendor = {
  /** What customers know the vendor by. */
  name: v.nullable(v.string()),
  branding: v.object({ logo: v.nullable(v.string()), color: v.nullable(v.string()) }),
}

/** What the document of the flows is told beside its bundle, as JSON. */
export const PageSettingsSchema = v.object({
  /** Origins of the pages that may embed the flow; none: any page may. */
  allowedOrigins: v.array(v.string()),
  ...vendor,
})
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>

const SignInSettingsSchema = v.variant('kind', [
  /** Nobody signs in: no issuer is set. */
  v.object({ kind: v.literal('off') }),
  /** The issuer did not say where people sign in. */
  v.object({ kind: v.literal('unreachable') }),
  v.object({
    kind: v.literal('on'),
    clientId: v.string(),
    issuer: v.string(),
    authorizationEndpoint: v.string(),
    tokenEndpoint: v.string(),
    endSessionEndpoint: v.nullable(v.string()),
  }),
])
export type SignInSettings = v.InferOutput<typeof SignInSettingsSchema>

/** What the document of the dashboard is told beside its bundle, as JSON. */
export const DashboardSettingsSchema = v.object({
  ...vendor,
  /** Where the dashboard begins, without a slash at the end. */
  url: v.string(),
  signIn: SignInSettingsSchema,
})
export type DashboardSettings = v.InferOutput<typeof DashboardSettingsSchema>
