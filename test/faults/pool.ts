import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./worker.ts', import.meta.url))
const spares = 2

export type Hand = { readonly child: ChildProcess; readonly errors: () => string }

const start = async (compiled: string): Promise<Hand> => {
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
  const child = fork(script, [], { execArgv: [], env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
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

export type Pool = ReturnType<typeof openPool>

/** Processes that have loaded their code already and wait for something to do. */
export const openPool = () => {
  // Most of what a worker costs is reading its code.
  const compiled = mkdtempSync(join(tmpdir(), 'rosterport-compiled-'))
  const waiting: Promise<Hand>[] = []
  const fill = (): void => {
    while (waiting.length < spares) {
      const hand = start(compiled)
      hand.catch(() => undefined)
      waiting.push(hand)
    }
  }
  return {
    take: (): Promise<Hand> => {
      fill()
      const hand = waiting.shift() ?? start(compiled)
      fill()
      return hand
    },
    close: async (): Promise<void> => {
      for (const hand of waiting) (await hand).child.kill('SIGKILL')
      rmSync(compiled, { recursive: true, force: true })
    },
  }
}
