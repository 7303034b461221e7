import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import * as v from 'valibot'

const run = promisify(execFile)
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))
const extract = fileURLToPath(new URL('extract-chromium.ts', import.meta.url))

const versionOf = async (name: string): Promise<string> => {
  const main = createRequire(import.meta.url).resolve(name)
  const manifest = await readFile(join(dirname(main), '..', 'package.json'), 'utf8')
  return v.parse(v.object({ version: v.string() }), JSON.parse(manifest)).version
}

/** The package's own file looks for the fonts in /tmp. A browser without a font crashes. */
const fontsFile = (folder: string): string =>
  `<?xml version="1.0"?><fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`

/** Where the browser lies unpacked: once for each version. Of those that unpack it at the same time the first one counts. */
const browserFolder = async (): Promise<string> => {
  const folder = join(cache, `chromium-${await versionOf('@sparticuz/chromium')}`)
  if (existsSync(folder)) return folder
  const fresh = `${folder}-${process.pid}`
  await mkdir(fresh, { recursive: true })
  await run(process.execPath, [extract], { env: { ...process.env, TMPDIR: fresh } })
  await writeFile(join(fresh, 'fonts', 'fonts.conf'), fontsFile(folder))
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}

/** Nothing but the sandbox is off, above all not web security; and the browser speaks to this machine only. */
const args = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

export const launchBrowser = async (): Promise<Browser> => {
  const folder = await browserFolder()
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args,
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  })
}
