// Installs what an npm script needs and builds the web pages, in plain JavaScript for whatever Node the machine has.
// usage: node scripts/prepare.mjs laptop|all
// `laptop` leaves out what only tests and deployment need (CDK, browser, linters); `all` is everything.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWeb } from './build-web.mjs'
import { underLock } from './lock.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stampPath = join(root, 'node_modules', '.rosterport-install.json')
const lockPath = join(root, '.cache', 'install.lock')
const wanted = process.argv[2] === 'laptop' ? 'laptop' : 'all'
const installLimitMs = 10 * 60 * 1000

const fingerprint = () => {
  const hash = createHash('sha256')
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, name)))
  return hash.digest('hex')
}

// Packages that are there without our stamp came by a plain `npm install`: everything, then.
const installed = () => {
  if (existsSync(stampPath)) return JSON.parse(readFileSync(stampPath, 'utf8'))
  return { fingerprint: '', extent: existsSync(join(root, 'node_modules')) ? 'all' : '' }
}

const satisfied = () => {
  const have = installed()
  return have.fingerprint === fingerprint() && (have.extent === 'all' || have.extent === wanted)
}

const install = () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // An `all` install is never shrunk: a running `npm start` or a test may be using it.
  const extent = installed().extent === 'all' ? 'all' : wanted
  const laptop = manifest.laptop.map((name) => `${name}@${manifest.devDependencies[name]}`)
  const args = ['install', '--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error']
  if (extent === 'laptop') args.push('--omit=dev', '--no-save', '--save-prod', ...laptop)
  console.error(`Installing npm packages (${extent}) …`)
  const npm = process.env.npm_execpath
  const [command, prefix] = npm ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(command, [...prefix, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: installLimitMs,
  })
  if (result.status !== 0) {
    console.error(
      'npm could not install the packages: see its message above, check that the npm registry can be reached, and try again.',
    )
    process.exit(1)
  }
  writeFileSync(stampPath, `${JSON.stringify({ fingerprint: fingerprint(), extent })}\n`)
}

const checkNode = () => {
  const node = join(root, 'node_modules', '.bin', 'node')
  const version = existsSync(node) ? spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout : process.version
  if (!String(version).startsWith('v24.')) {
    console.error(
      'Rosterport needs Node 24: its npm package `node` did not install here, so install Node 24 from nodejs.org and try again.',
    )
    process.exit(1)
  }
}

underLock(lockPath, satisfied, install)
checkNode()
buildWeb()
