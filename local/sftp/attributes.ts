import type { Entry, NamedEntry } from './folder.ts'
import type { Attributes, NamedAttributes } from './packets.ts'

const directoryType = 0o040000
const regularType = 0o100000
/** What Transfer Family shows for everything. */
const permissions = 0o744

export const fileAttributes = (file: { readonly size: number; readonly modifiedAt: number }): Attributes => ({
  size: file.size,
  mode: regularType | permissions,
  modifiedAt: file.modifiedAt,
})

/** A folder is only a common beginning of keys, so it has no time of its own. */
export const directoryAttributes: Attributes = { size: 0, mode: directoryType | permissions, modifiedAt: 0 }

export const attributesOf = (entry: Entry): Attributes =>
  entry.kind === 'file' ? fileAttributes(entry.file) : directoryAttributes

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const halfYearMs = 182 * 86_400_000

/** `ls -l` shows the year of what is older than half a year, and the time of what is younger. */
const listedTime = (modifiedAt: number): string => {
  const [date = '', time = ''] = new Date(modifiedAt).toISOString().split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const isOld = Date.now() - modifiedAt > halfYearMs
  return `${months[Number(month) - 1]} ${day} ${isOld ? year.padStart(5) : time.slice(0, 5)}`
}

/** An entry with its line of `ls -l`, which clients show as it is. */
export const listed = ({ name, entry }: NamedEntry): NamedAttributes => {
  const attributes = attributesOf(entry)
  const type = entry.kind === 'file' ? '-' : 'd'
  const size = String(attributes.size).padStart(12)
  const longName = `${type}rwxr--r--   1 -        -        ${size} ${listedTime(attributes.modifiedAt)} ${name}`
  return { name, longName, attributes }
}
