import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('./worker.ts', import.meta.url))
const spares = 2

export type Hand = { readonly child: ChildProcess; readonly errors: () => string }

/** Bundles the worker as a deployment bundles its functions: most of what a process costs is reading its code. */
const bundle = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'worker.mjs')
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    // A name that no bundled module declares.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
  })
  return outfile
}

const start = async (script: string, folder: string): Promise<Hand> => {
  const env = { ...process.env, NODE_COMPILE_CACHE: folder }
  const child = fork(script, [], {
    execArgv: [],
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (bytes) => {
    said += String(bytes)
  })
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`A worker did not start: ${said}`))),
  ])
  return { child, errors: () => said }
}

export type Pool = Awaited<ReturnType<typeof openPool>>

/** Processes that have loaded their code already and wait for something to do. */
export const openPool = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rosterport-worker-'))
  const script = await bundle(folder)
  const waiting: Promise<Hand>[] = []
  const fill = (): void => {
    while (waiting.length < spares) {
      const hand = start(script, folder)
      hand.catch(() => undefined)
      waiting.push(hand)
    }
  }
  return {
    take: (): Promise<Hand> => {
      fill()
      const hand = waiting.shift() ?? start(script, folder)
      fill()
      return hand
    },
    close: async (): Promise<void> => {
      for (const hand of waiting) (await hand).child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
