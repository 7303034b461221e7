import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AppAnswer, AppOrder, AppPlace } from './app-messages.ts'
import { allLists, type List } from './lists.ts'

export type App = {
  /** Asks what changed. */
  poll(wanted?: readonly List[]): Promise<void>
  /** Every record that it knows. */
  copy(): Promise<readonly unknown[]>
  close(): Promise<void>
}

export type Apps = ReturnType<typeof startApps>

/** A process in which apps live. */
export const startApps = () => {
  const child = fork(fileURLToPath(new URL('./app.ts', import.meta.url)), [], { execArgv: [] })
  const waiting = new Map<number, (answer: AppAnswer) => void>()
  let number = 0
  child.on('message', (answer: AppAnswer) => {
    waiting.get(answer.number)?.(answer)
    waiting.delete(answer.number)
  })

  const tell = async (order: AppOrder): Promise<readonly unknown[]> => {
    number += 1
    const { promise, resolve } = Promise.withResolvers<AppAnswer>()
    waiting.set(number, resolve)
    child.send({ number, order })
    const { records, error } = await promise
    if (error !== null) throw new Error(`An app failed: ${error}`)
    return records
  }

  return {
    /** An app whose clock is ahead of everybody else's by `skewMs`. `offset` is how far theirs are ahead of the real one. */
    open: async (app: string, place: AppPlace, offset: () => number, skewMs: number): Promise<App> => {
      await tell({ kind: 'open', app, place })
      return {
        poll: async (wanted = allLists) =>
          void (await tell({ kind: 'poll', app, lists: wanted, ahead: offset() + skewMs })),
        copy: () => tell({ kind: 'copy', app }),
        close: async () => void (await tell({ kind: 'close', app })),
      }
    },
    close: (): void => child.disconnect(),
  }
}
