/** A path inside the user's folder: `/` or `/a/b`. */
export type ResolvedPath =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'refused'; readonly message: string }

const refused = (message: string): ResolvedPath => ({ kind: 'refused', message })

/** S3's limit for a key, less the longest user name and its slash. */
const maxPathBytes = 1024 - 101

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacter = /[\u0000-\u001f\u007f]/

/** What invalid UTF-8 decodes to. */
const replacementCharacter = '\ufffd'

const climb = (text: string): readonly string[] | undefined => {
  const path: string[] = []
  for (const segment of text.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') path.push(segment)
    else if (path.pop() === undefined) return undefined
  }
  return path
}

/** Resolves what a client calls a path. Relative paths start at the user's folder, which is also `/`. */
export const resolvePath = (text: string): ResolvedPath => {
  if (text.includes(replacementCharacter)) return refused('File names must be in UTF-8: rename the file and try again.')
  if (controlCharacter.test(text)) return refused('File names must not contain control characters.')
  if (Buffer.byteLength(text) > maxPathBytes) return refused('That path is too long.')
  const segments = climb(text)
  if (segments === undefined) return refused('That path is outside your folder: use a path below "/".')
  return { kind: 'path', path: `/${segments.join('/')}` }
}
