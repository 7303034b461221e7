// Builds the web pages into web/dist, unless their sources are those of the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { underLock } from './lock.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const bundle = join(root, 'web', 'dist')
const cache = join(root, '.cache')
const stampPath = join(cache, 'web-bundle')

const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isFile()) return [path]
    return entry.isDirectory() && path !== 'web/dist' ? filesIn(path) : []
  })

// What the pages take from core is not worth finding out: a build is a matter of seconds.
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const path of [...filesIn('web'), ...filesIn('core'), 'package-lock.json'].toSorted())
    hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const isBuilt = () => existsSync(bundle) && existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint()

// The new bundle takes the place of the old one only when it is whole.
const build = () => {
  const sources = fingerprint()
  const fresh = join(cache, 'web-dist')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const node = join(root, 'node_modules', '.bin', 'node')
  const args = [vite, 'build', 'web', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error']
  const result = spawnSync(existsSync(node) ? node : process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // A test run would have React built for development.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status !== 0) {
    console.error('The web pages could not be built: see the message of Vite above.')
    process.exit(1)
  }
  mkdirSync(cache, { recursive: true })
  rmSync(bundle, { recursive: true, force: true })
  renameSync(fresh, bundle)
  writeFileSync(stampPath, sources)
}

/** Leaves a bundle of the sources as they are now. */
export const buildWeb = () => underLock(join(cache, 'web.lock'), isBuilt, build)

if (process.argv[1] === fileURLToPath(import.meta.url)) buildWeb()
