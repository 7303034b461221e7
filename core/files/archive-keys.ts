import type { Dataset } from '#core/files/datasets.ts'

/** The archive bucket's layout, apart from the raw files that `receive` puts there. Integration ids hold a colon, which keys avoid. */
const folder = (integrationId: string): string => integrationId.replace(':', '/')

const rawFileFolder = 'files/'
export const rawFileKey = (integrationId: string, fileId: string): string =>
  `${rawFileFolder}${folder(integrationId)}/${fileId}`
/** What customers show to see how it would be read: looked at, applied to nothing, and gone after a day. */
export const sampleFolder = 'samples/'
export const sampleKey = (integrationId: string, uploadId: string): string =>
  `${sampleFolder}${folder(integrationId)}/${uploadId}`
export const planKey = (integrationId: string, syncId: string): string =>
  `plans/${folder(integrationId)}/${syncId}.plan`
export const progressKey = (integrationId: string, syncId: string): string =>
  `plans/${folder(integrationId)}/${syncId}.progress`
export const reportKey = (integrationId: string, syncId: string): string =>
  `reports/${folder(integrationId)}/${syncId}.json`
export const manifestKey = (integrationId: string, dataset: Dataset, syncId: string): string =>
  `manifests/${folder(integrationId)}/${dataset}/${syncId}.manifest`

/** Pieces of a large file, and what their rows were found to say, until its sync is over: named by all that decides what is in them. */
export const chunkFolder = 'chunks/'
export const chunkFolderOf = (integrationId: string): string => `${chunkFolder}${folder(integrationId)}/`
export const chunkSetFolder = (integrationId: string, set: string): string => `${chunkFolderOf(integrationId)}${set}/`

/** Everything that the archive keeps of an integration lies below one of these. */
export const foldersOf = (integrationId: string): readonly string[] =>
  [rawFileFolder, sampleFolder, chunkFolder, 'plans/', 'manifests/', 'reports/'].map(
    (each) => `${each}${folder(integrationId)}/`,
  )
