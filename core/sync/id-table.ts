import { latin1Of, putLatin1 } from './byte-fields.ts'
import { fieldIndex } from './field-index.ts'
import { idBytes } from './manifest-layout.ts'

export type IdSet = { readonly size: number; has(id: string): boolean }

/** Ids one behind the other in bytes, numbered from 0: a million of them take 24 MB and an index of 8 MB. */
export type IdTable = Iterable<string> &
  IdSet & {
    readonly bytes: Uint8Array
    /** -1 when it is not among them. */
    find(id: string): number
    /** Those from one number up to another. */
    slice(from: number, to: number): readonly string[]
  }

export const idTable = (bytes: Uint8Array): IdTable => {
  const size = bytes.length / idBytes
  let index: ((id: string) => number) | undefined
  const find = (id: string): number => {
    index ??= fieldIndex(bytes, { rowBytes: idBytes, offset: 0, length: idBytes })
    return index(id)
  }
  const at = (number: number): string => latin1Of(bytes.subarray(number * idBytes, (number + 1) * idBytes))
  return {
    size,
    bytes,
    find,
    has: (id) => find(id) >= 0,
    slice: (from, to) => Array.from({ length: Math.min(to, size) - from }, (_, i) => at(from + i)),
    *[Symbol.iterator]() {
      for (let number = 0; number < size; number += 1) yield at(number)
    },
  }
}

const firstRoom = 1_024 * idBytes

/** Packs ids as they come. */
export const idPacker = () => {
  let bytes = new Uint8Array(firstRoom)
  let used = 0
  return {
    add: (id: string): void => {
      if (used === bytes.length) {
        const larger = new Uint8Array(2 * bytes.length)
        larger.set(bytes)
        bytes = larger
      }
      putLatin1(bytes, used, id)
      used += idBytes
    },
    count: (): number => used / idBytes,
    /** The ids, not copied: nothing may be added afterwards. */
    pack: (): Uint8Array => bytes.subarray(0, used),
  }
}

export const idTableOf = (ids: Iterable<string>): IdTable => {
  const packer = idPacker()
  for (const id of ids) packer.add(id)
  return idTable(packer.pack())
}
