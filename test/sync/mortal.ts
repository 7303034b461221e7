import { Readable } from 'node:stream'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'

export class Killed extends Error {}

type Call<Arguments extends unknown[], Result> = (...given: Arguments) => Promise<Result>

/** A dead process holds no file open. */
const letGo = (result: unknown): void => {
  if (result instanceof Readable) result.destroy()
}

/** A process that dies when its call number `fatal` has taken effect: nothing it does afterwards counts. */
export const mortalProcess = (fatal: number) => {
  let calls = 0
  const guarded =
    <Arguments extends unknown[], Result>(call: Call<Arguments, Result>): Call<Arguments, Result> =>
    async (...given) => {
      calls += 1
      if (calls > fatal) throw new Killed()
      const result = await call(...given)
      if (calls < fatal) return result
      letGo(result)
      throw new Killed()
    }
  return { guarded, calls: () => calls }
}

/** The ports of a process that dies so. */
export const mortalPorts = (ports: SyncPorts, fatal: number) => {
  const { guarded, calls } = mortalProcess(fatal)
  const { control, records, archive, syncQueue, webhookQueue } = ports
  const mortal: SyncPorts = {
    ...ports,
    control: {
      get: guarded(control.get),
      create: guarded(control.create),
      replace: guarded(control.replace),
      remove: guarded(control.remove),
      query: guarded(control.query),
    },
    records: {
      ...records,
      get: guarded(records.get),
      list: guarded(records.list),
      write: guarded(records.write),
      remove: guarded(records.remove),
      listByEmployee: guarded(records.listByEmployee),
    },
    archive: {
      ...archive,
      put: guarded(archive.put),
      open: guarded(archive.open),
      head: guarded(archive.head),
      removeVersion: guarded(archive.removeVersion),
    },
    syncQueue: { ...syncQueue, send: guarded(syncQueue.send) },
    webhookQueue: { send: guarded(webhookQueue.send) },
  }
  return { ports: mortal, calls }
}
