import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'

/** Says which files of a set are still to come. */
export const fileAwaited = (dataset: Dataset, names: readonly string[]): Issue =>
  issue('FILE_AWAITED', { ...say('fileAwaited', { names }), dataset })

/** Says how long further files of a set are waited for. */
export const filesMayFollow = (dataset: Dataset, minutes: number): Issue =>
  issue('FILE_AWAITED', { ...say('filesMayFollow', { minutes }), dataset })

/** Says by what name the manifest goes that files wait for. */
export const manifestAwaited = (dataset: Dataset, name: string): Issue =>
  issue('FILE_AWAITED', { ...say('manifestAwaited', { name }), dataset })

/** Says which of the files that a manifest lists are still to come. */
export const listedFilesAwaited = (dataset: Dataset, manifest: string, names: readonly string[]): Issue =>
  issue('FILE_AWAITED', { ...say('listedFilesAwaited', { manifest, names }), dataset })

/** Says which files of a set cannot be used. */
export const filesAwaitedAgain = (dataset: Dataset, names: readonly string[]): Issue =>
  issue('FILE_AWAITED', { ...say('filesAwaitedAgain', { names }), dataset })
