import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every document, by its path from the root of the repository. */
export const documentPaths: readonly string[] = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).sort()

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

/** What stands under a heading of the second level. */
export const sectionOf = (text: string, title: string): string => {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`))
  if (section === undefined) throw new Error(`There is no section "${title}".`)
  return section
}

/** The rows of the tables in a text, without their heads. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(/\n(?=\|.*\n\|[- |]+\|\n)/)
    .slice(1)
    .flatMap((table) => table.split('\n').slice(2))
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )

/** What stands in the code spans of a text. */
export const codeSpans = (text: string): readonly string[] =>
  Array.from(text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g), ([, code = '']) => code)

/** The bodies of the code blocks of a language. */
export const codeBlocks = (text: string, language: string): readonly string[] =>
  Array.from(text.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)).flatMap(([, found, body = '']) =>
    found === language ? [body] : [],
  )

/** The file a cell of code names, or the code itself: a cell without its back-quotes. */
export const bare = (cell: string | undefined): string => (cell ?? '').replace(/^`|`$/g, '')
