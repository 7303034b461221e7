import { setTimeout as delay } from 'node:timers/promises'
import type { FileStore } from '#core/ports/file-store.ts'
import type { Queue } from '#core/ports/queue.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import type { Directive } from './directive.ts'

type Call<Arguments extends unknown[], Result> = (...given: Arguments) => Promise<Result>

export type Trouble = {
  /** Follows the directive at its call. */
  strike(name: string): Promise<void>
}

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

/** Counts the calls of a worker's ports and lets the directive strike at one of them. */
export const troubledPorts = (directive: Directive, { strike }: Trouble) => {
  let calls = 0
  let streamsLeft = directive.breakAtPiece === null ? 0 : 1

  const troubled =
    <Arguments extends unknown[], Result>(name: string, call: Call<Arguments, Result>): Call<Arguments, Result> =>
    async (...given) => {
      calls += 1
      const struck = calls === directive.call
      if (struck && directive.moment === 'before') await strike(name)
      const result = await call(...given)
      if (struck && directive.moment === 'after') await strike(name)
      return result
    }

  const throughTrouble = (bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
    if (streamsLeft === 0 && !directive.slowStreams) return bytes
    const breakAtPiece = streamsLeft > 0 ? directive.breakAtPiece : null
    streamsLeft = 0
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
