import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleScript } from '../../bench/bundle-script.ts'

const worker = new URL('./worker.ts', import.meta.url)
const spares = 2

export type Hand = { readonly child: ChildProcess; readonly errors: () => string }

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
  const script = await bundleScript(worker, folder)
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
