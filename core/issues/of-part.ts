import type { Issue } from './issue.ts'

/** An issue of a file that another one is joined with, or builds on: its rows are counted there, so it says which one that is. */
export const ofPart = (fileName: string, found: Issue): Issue => ({
  ...found,
  file: fileName,
  message: `${fileName}: ${found.message}`,
})
