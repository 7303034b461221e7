import type { Issue } from '#core/issues/issue.ts'

/** Thrown by a stream of bytes that cannot go on because of what the file is; `readTable` refuses the file with the issue. */
export class UnreadableFile extends Error {
  readonly issue: Issue

  constructor(issue: Issue) {
    super(issue.code)
    this.name = 'UnreadableFile'
    this.issue = issue
  }
}
