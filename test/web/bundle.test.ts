import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const bundle = fileURLToPath(new URL('../../web/dist/', import.meta.url))
const read = (path: string): string => readFileSync(bundle + path, 'utf8')

/** A file, and those that it needs before it runs. */
const withImports = (path: string, found: ReadonlySet<string> = new Set()): ReadonlySet<string> => {
  if (found.has(path)) return found
  const imports = [...read(path).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(([, name]) => `assets/${name}`)
  return imports.reduce<ReadonlySet<string>>((all, next) => withImports(next, all), new Set([...found, path]))
}

const maxFirstLoad = 250_000

it('the first load weighs less than 250 kB', () => {
  const named = [...read('flow.html').matchAll(/"\.\/(assets\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(named.length).toBeGreaterThan(0)
  const files = new Set(named.flatMap((path) => [...withImports(path)]))
  const sum = (paths: Iterable<string>) => [...paths].reduce((all, path) => all + gzipSync(read(path)).length, 0)
  const texts = readdirSync(`${bundle}assets`).filter((name) => /^(en|de|fr|it|es)-/.test(name))
  const longestTexts = Math.max(...texts.map((name) => sum([`assets/${name}`])))
  expect(sum(files) + longestTexts).toBeLessThan(maxFirstLoad)
})
