import type { ExportFile } from '#core/control/file.ts'
import { type FileClaim, fileNames } from '#core/files/file-name.ts'
import { issue } from '#core/issues/issue.ts'

const temporary = issue('FILE_TEMPORARY', {
  message: 'The name is one that clients use while an upload is under way, so the file was not read.',
  fix: 'Nothing to do if the client renames it when it is done. If the file stays, upload it under its final name.',
})

const unclaimed = issue('FILE_NAME_UNCLAIMED', {
  message: 'The name does not say what the file holds, so it was not read.',
  fix: `Name the file ${Object.values(fileNames).join(', ')}; a date may follow the word, as in employees-2026-01-31.csv.`,
})

const empty = issue('FILE_EMPTY', {
  message: 'The file has no content (0 bytes), so nothing was changed.',
  fix: 'Check the export job: it may have failed, or uploaded before the file was written. Then upload the file again.',
})

export const gone = issue('FILE_GONE', {
  message: 'The file was deleted or renamed before it could be read, so nothing was changed.',
  fix: 'Upload the file again, and leave it where it is: received files are cleared away by themselves.',
})

/** What the name and size of an uploaded object alone decide. */
export const judgeFile = (claim: FileClaim, size: number): Pick<ExportFile, 'state' | 'issues'> => {
  if (claim.kind === 'temporary') return { state: 'IGNORED', issues: [temporary] }
  if (claim.kind !== 'export') return { state: 'IGNORED', issues: [unclaimed] }
  return size === 0 ? { state: 'REJECTED', issues: [empty] } : { state: 'RECEIVED', issues: [] }
}
