import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readText } from './documents.ts'

const Versions = v.optional(v.record(v.string(), v.string()), {})
const ManifestSchema = v.object({
  dependencies: Versions,
  devDependencies: Versions,
  allowScripts: v.record(v.string(), v.boolean()),
})
const PackageSchema = v.object({
  version: v.optional(v.string()),
  license: v.optional(v.string()),
  integrity: v.optional(v.string()),
  resolved: v.optional(v.string()),
  dev: v.optional(v.boolean(), false),
  devOptional: v.optional(v.boolean(), false),
  inBundle: v.optional(v.boolean(), false),
  hasInstallScript: v.optional(v.boolean(), false),
})
type Package = v.InferOutput<typeof PackageSchema>
const LockSchema = v.object({ packages: v.record(v.string(), PackageSchema) })

const manifest = v.parse(ManifestSchema, JSON.parse(readText('package.json')))
const { '': _, ...packages } = v.parse(LockSchema, JSON.parse(readText('package-lock.json'))).packages
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** What may be shipped with a service under Apache-2.0; the LGPL one is used as it is, as a library. */
const accepted = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT-0',
    'Unlicense',
    'BlueOak-1.0.0',
    'PSF-2.0',
  ],
  ...['MIT AND ISC AND BSD-3-Clause', '(ISC AND CC-BY-3.0)', 'MIT or MPL-2.0'],
]

describe('what we depend on', () => {
  it('is named with exact versions', () => {
    const ranges = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('is locked with its hash, and with no address to fetch it from', () => {
    // What is bundled in another package has no hash of its own.
    const isLoose = ({ integrity, resolved, inBundle }: Package) => !(integrity || inBundle) || resolved !== undefined
    expect(Object.entries(packages).flatMap(([path, each]) => (isLoose(each) ? [path] : []))).toEqual([])
  })

  it('runs a script at installation only if it is named', () => {
    const running = Object.entries(packages).flatMap(([path, each]) => (each.hasInstallScript ? [nameOf(path)] : []))
    expect(running.filter((name) => !Object.hasOwn(manifest.allowScripts, name))).toEqual([])
  })

  it('may be shipped by its licence', () => {
    const shipped = Object.entries(packages).filter(([, { dev, devOptional }]) => !dev && !devOptional)
    const others = shipped.filter(([, { license = 'none' }]) => !accepted.includes(license))
    expect(others.map(([path, { license }]) => [nameOf(path), license])).toEqual([['openpgp', 'LGPL-3.0+']])
  })
})
