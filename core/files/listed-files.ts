import { listedNames, mayBePart } from './file-name.ts'

const comment = /^\s*(?:#|\/\/)/
/** Between the cells of a table, the words of JSON or XML, a name and its checksum. */
const between = /[\t\r\n,;|"'<>{}[\]=:*]|(?<=\b[0-9a-f]{32,128})\s+/i
/** What may stand behind a name without a sign between them: its size, or a time. */
const named = /^.*\.[a-z]{2,6}(?=$|\s)/i

/**
 * The files that a manifest lists, by their names in lower case and without what they are packed or encrypted in; none where it
 * lists none. Lines that begin with # and whatever is no name of a data file say nothing.
 */
export const filesListed = (text: string): ReadonlySet<string> => {
  const lines = text.split(/\r\n?|\n/).filter((line) => !comment.test(line))
  const cells = lines.flatMap((line) => line.split(between)).map((cell) => named.exec(cell.trim())?.[0] ?? '')
  return new Set(cells.filter(mayBePart).flatMap((name) => listedNames(name).slice(-1)))
}
