import { appendFileSync } from 'node:fs'

/** Appends lines to a file. A disk that takes no more is said once on `complain`, and again after it has recovered and filled up anew. */
export const openLogFile = (path: string, complain: (sentence: string) => void): ((line: string) => void) => {
  let isWritable = true
  return (line) => {
    try {
      appendFileSync(path, line)
      isWritable = true
    } catch (error) {
      if (isWritable) complain(`The log cannot be written: ${error instanceof Error ? error.message : String(error)}\n`)
      isWritable = false
    }
  }
}
