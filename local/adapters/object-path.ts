import { join } from 'node:path'

// Names on disk use only characters that every file system keeps apart: capitals are escaped because macOS and Windows fold
// them, outer dots because `..` climbs and Windows drops a trailing one.
const plain = /^[a-z0-9_.-]$/
const maxNameLength = 200

const escapeByte = (byte: number): string => {
  const character = String.fromCharCode(byte)
  return plain.test(character) ? character : `%${byte.toString(16).padStart(2, '0')}`
}

/** One segment of a key as a directory name that cannot leave its parent. */
export const escapeSegment = (segment: string): string =>
  Array.from(new TextEncoder().encode(segment), escapeByte)
    .join('')
    .replace(/^\.|\.$/g, '%2e')

const unescapeSegment = (name: string): string => decodeURIComponent(name)

// An escaped segment never ends in a bare `%`: alone it stands for an empty segment, at the end of a name for "goes on below".
const namesOf = (segment: string): readonly string[] => {
  const escaped = escapeSegment(segment)
  if (escaped === '') return ['%']
  const pieces: string[] = []
  for (let at = 0; at < escaped.length; at += maxNameLength) pieces.push(escaped.slice(at, at + maxNameLength))
  return pieces.map((piece, index) => (index < pieces.length - 1 ? `${piece}%` : piece))
}

/** Where the versions of a key lie, below the bucket's directory. */
export const directoryOf = (key: string): string => join(...key.split('/').flatMap(namesOf))

/** The directory that holds everything under a key prefix. */
export const directoryOfPrefix = (prefix: string): string => {
  const end = prefix.lastIndexOf('/')
  return end < 0 ? '' : directoryOf(prefix.slice(0, end))
}

/** The key whose versions lie in the directory with these names. */
export const keyOf = (names: readonly string[]): string => {
  const segments: string[] = []
  let open = ''
  for (const name of names) {
    if (name.length > 1 && name.endsWith('%')) open += name.slice(0, -1)
    else {
      segments.push(unescapeSegment(open + (name === '%' ? '' : name)))
      open = ''
    }
  }
  return segments.join('/')
}
