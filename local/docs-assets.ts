import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { docsAssets } from '#core/deployment/docs-assets.ts'

const { resolve } = createRequire(import.meta.url)

/** The text of a file of the documentation's renderer. */
export const readDocsAsset = (name: string): Promise<string> =>
  readFile(resolve(`${docsAssets.package}/${name}`), 'utf8')
