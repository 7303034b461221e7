import { setTimeout as delay } from 'node:timers/promises'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Queue } from '#core/ports/queue.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { type Directive, noDirective } from './directive.ts'

type Call<Arguments extends unknown[], Result> = (...given: Arguments) => Promise<Result>

/** Follows a directive at its call. */
export type Strike = (directive: Directive, name: string) => Promise<void>

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

const pieceBytes = 300

const pieces = async function* (bytes: AsyncIterable<Uint8Array>, { slowStreams, breakAtPiece }: Directive) {
  let piece = 0
  for await (const chunk of bytes)
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      piece += 1
      if (piece === breakAtPiece) throw Object.assign(new Error('The stream broke.'), { code: 'ECONNRESET' })
      if (slowStreams) await delay(1)
      yield chunk.subarray(at, at + pieceBytes)
    }
}

/** Counts the calls of a worker's ports and lets one directive after the other strike, unless it is calm. */
export const troubledPorts = (directives: readonly Directive[], strike: Strike, isCalm: () => boolean) => {
  const left = [...directives]
  const broken = new Set<Directive>()
  let calls = 0

  /** The directive that strikes at this call. */
  const struckNow = (name: string): Directive | undefined => {
    const only = left[0]?.only ?? null
    if (isCalm() || (only !== null && only !== name)) return undefined
    calls += 1
    if (calls !== left[0]?.call) return undefined
    calls = 0
    return left.shift()
  }

  const troubled =
    <Arguments extends unknown[], Result>(name: string, call: Call<Arguments, Result>): Call<Arguments, Result> =>
    async (...given) => {
      const struck = struckNow(name)
      if (struck && struck.moment !== 'after') await strike(struck, name)
      const result = await call(...given)
      if (struck?.moment === 'after') await strike(struck, name)
      return result
    }

  const throughTrouble = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
    const directive = isCalm() ? noDirective : (left[0] ?? noDirective)
    const breakAtPiece = broken.has(directive) ? null : directive.breakAtPiece
    if (breakAtPiece === null && !directive.slowStreams) return bytes
    broken.add(directive)
    return pieces(bytes, { ...directive, breakAtPiece })
  }

  const control = (store: SyncPorts['control']): SyncPorts['control'] => ({
    get: troubled('control.get', store.get),
    create: troubled('control.create', store.create),
    replace: troubled('control.replace', store.replace),
    remove: troubled('control.remove', store.remove),
    query: troubled('control.query', store.query),
  })

  const records = (store: SyncPorts['records']): SyncPorts['records'] => ({
    ...store,
    get: troubled('records.get', store.get),
    write: troubled('records.write', store.write),
  })

  const archive = (store: FileStore): FileStore => ({
    ...store,
    put: troubled('archive.put', (key, body) =>
      store.put(key, throughTrouble(body instanceof Uint8Array ? once(body) : body)),
    ),
    open: troubled('archive.open', async (ref, start) => {
      const bytes = await store.open(ref, start)
      return bytes && throughTrouble(bytes)
    }),
    copyFrom: troubled('archive.copyFrom', store.copyFrom),
  })

  const queue = (name: string, target: Queue): Queue => ({
    send: troubled(`${name}.send`, target.send),
    receive: target.receive,
    remove: troubled(`${name}.remove`, target.remove),
    changeVisibility: troubled(`${name}.changeVisibility`, target.changeVisibility),
  })

  return { control, records, archive, queue }
}
