import { fileURLToPath } from 'node:url'
import { pageBundle } from '#core/deployment/page-bundle.ts'

/** Where the bundler leaves the web pages. */
export const pageFolder = fileURLToPath(new URL(`../web/${pageBundle.folder}/`, import.meta.url))
