import { existsSync, globSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { codeSpans, documentPaths, readText, root } from './documents.ts'

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(readText('package.json')),
)

const usage = readText('cli/usage.ts')

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

const linksIn = (text: string): readonly string[] =>
  Array.from(withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target)

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^#{1,6} (.+)$/gm), ([, heading = '']) => anchorOf(heading))

const isDead = (from: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? from : normalize(join(dirname(from), path))
  if (!existsSync(join(root, target))) return true
  return anchor !== undefined && !anchorsOf(readText(target)).includes(anchor)
}

const folders = ['.ci', 'bench', 'bin', 'cli', 'core', 'docs', 'lambdas', 'lib', 'local', 'scripts', 'test']
const isPath = (code: string): boolean =>
  /^[\w.*/-]+$/.test(code) &&
  !code.startsWith('.rosterport/') &&
  (folders.includes(code.split('/')[0] ?? '') ? code.includes('/') : /\.(cjs|json|md)$/.test(code))

describe.each(documentPaths)('%s', (path) => {
  const text = readText(path)

  it('has no dead link', () => {
    const own = linksIn(text).filter((link) => !/^https?:/.test(link))
    expect(own.filter((link) => isDead(path, link))).toEqual([])
  })

  it('names only files that exist', () => {
    const paths = codeSpans(text).filter(isPath)
    expect(paths.filter((each) => globSync([each, join(dirname(path), each)], { cwd: root }).length === 0)).toEqual([])
  })

  it('names only scripts that exist', () => {
    const named = Array.from(
      text.matchAll(/npm (?:run (?:-s )?([a-z]+)|(start|test)\b)/g),
      ([, run, own]) => run ?? own,
    )
    expect(named.filter((script) => !Object.hasOwn(scripts, script ?? ''))).toEqual([])
  })

  it('names only commands of the CLI that exist', () => {
    const named = Array.from(
      text.matchAll(/npm run -s cli -- ((?:mapping |api-key |pgp-key )?[a-z-]+)/g),
      ([, name]) => name,
    )
    expect(named.filter((name) => !usage.includes(`\n  ${name} `))).toEqual([])
  })
})
