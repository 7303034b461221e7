import type { ExportFile } from '#core/control/file.ts'
import { fileNames } from '#core/files/file-name.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import type { Claim } from './claim-part.ts'

const temporary = issue('FILE_TEMPORARY', say('fileTemporary'))
const unclaimed = issue('FILE_NAME_UNCLAIMED', say('fileNameUnclaimed', { names: Object.values(fileNames) }))
const empty = issue('FILE_EMPTY', say('fileWithoutBytes'))
const manifest = issue('FILE_IS_MANIFEST', say('fileIsManifest'))
export const gone = issue('FILE_GONE', say('fileGone'))

/** What the name and size of an uploaded object alone decide. */
export const judgeFile = (claim: Claim, size: number): Pick<ExportFile, 'kind' | 'state' | 'issues'> => {
  if (claim.kind === 'temporary') return { state: 'IGNORED', issues: [temporary] }
  if (claim.kind === 'unclaimed' || claim.kind === 'marker') return { state: 'IGNORED', issues: [unclaimed] }
  // An empty one is a sign like any other.
  if (claim.kind === 'manifest') return { kind: 'manifest', state: 'RECEIVED', issues: [manifest] }
  return size === 0 ? { state: 'REJECTED', issues: [empty] } : { state: 'RECEIVED', issues: [] }
}
