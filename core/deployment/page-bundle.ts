import * as v from 'valibot'

/** The web pages as the bundler leaves them in web/dist: copied beside the function, read from there on the laptop. */
export const pageBundle = {
  folder: 'dist',
  /** The document of the connection and setup flows. */
  flow: 'flow.html',
  /** Everything that the documents name, each with a hash of its content in its name. */
  assets: 'assets',
} as const

/** What the function puts into the documents. */
export const pagePlaceholders = { settings: '"{{settings}}"', nonce: '{{nonce}}' } as const

/** What a document is told beside its bundle, as JSON. */
export const PageSettingsSchema = v.object({
  /** Origins of the pages that may embed the flow; none: any page may. */
  allowedOrigins: v.array(v.string()),
  /** What customers know the vendor by. */
  name: v.nullable(v.string()),
  branding: v.object({ logo: v.nullable(v.string()), color: v.nullable(v.string()) }),
})
export type PageSettings = v.InferOutput<typeof PageSettingsSchema>
