import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export type OtherProcess = {
  /** What it printed first. */
  readonly said: string
  /** Ends it without warning. */
  kill(): Promise<void>
  /** Waits for its own end. */
  finished(): Promise<void>
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Runs a module's text in a process of its own, until it prints the first line. */
export const inOtherProcess = async (source: string): Promise<OtherProcess> => {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const early = once(child, 'exit').then(() => {
    throw new Error('The other process ended before it said anything.')
  })
  early.catch(() => undefined)
  const [said] = await Promise.race([once(child.stdout, 'data'), early])
  return {
    said: String(said).trim(),
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    finished: () => ended(child),
  }
}
