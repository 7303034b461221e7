import { readFile } from 'node:fs/promises'
import { createDocs } from './docs.ts'

/** The bundle has the renderer's files beside it. */
export const handler = createDocs({ readAsset: (name) => readFile(new URL(name, import.meta.url), 'utf8') })
