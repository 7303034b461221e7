import type { IdTable } from './id-table.ts'

type Stamp = { readonly changedAt: number; readonly feedAt: number }

/** When each record of a plan changed and when the feed shows it, epoch ms. */
export type Stamps = {
  has(id: string): boolean
  get(id: string): Stamp | undefined
  set(id: string, stamp: Stamp): void
  /** When the feed shows the last of them; 0 when there is none. */
  latest(): number
}

const perId = 2

/** Two numbers for each id of a plan. Ids to remove that were never stored have none. */
export const stampTable = (ids: IdTable, moments: Float64Array): Stamps => {
  const get = (id: string): Stamp | undefined => {
    const at = perId * ids.find(id)
    const [changedAt = 0, feedAt = 0] = at < 0 ? [] : moments.subarray(at, at + perId)
    return feedAt > 0 ? { changedAt, feedAt } : undefined
  }
  return {
    get,
    has: (id) => get(id) !== undefined,
    set: (id, { changedAt, feedAt }) => {
      const at = perId * ids.find(id)
      if (at >= 0) moments.set([changedAt, feedAt], at)
    },
    latest: () => {
      let latest = 0
      for (let at = 1; at < moments.length; at += perId) latest = Math.max(latest, moments[at] ?? 0)
      return latest
    },
  }
}

/** How far a plan was carried out: the first `written` of its ids, and the moments of all. */
export type Progress = { readonly written: number; readonly moments: Float64Array }

export const noProgress = (ids: number): Progress => ({ written: 0, moments: new Float64Array(perId * ids) })

/** The number, then the moments, as the machine has them. */
export function* encodeProgress({ written, moments }: Progress): Generator<Uint8Array> {
  yield new Uint8Array(new Float64Array([written]).buffer)
  yield new Uint8Array(moments.buffer, moments.byteOffset, moments.byteLength)
}

/** Undefined when these are not the bytes of a plan with so many ids. */
export const decodeProgress = (bytes: Uint8Array, ids: number): Progress | undefined => {
  if (bytes.length !== 8 * (1 + perId * ids)) return undefined
  const numbers = new Float64Array(bytes.slice().buffer)
  return { written: numbers[0] ?? 0, moments: numbers.slice(1) }
}
