/** A source of chance that gives everybody the same numbers: mulberry32, integers only. */
export type Random = {
  /** 0 to `below` - 1. */
  int(below: number): number
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number]
}

/** The chance of one row, which depends on no other row. */
export const rowRandom = (seed: number, row: number): Random => {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca6b)) >>> 0

  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  const int = (below: number): number => next() % below
  return { int, pick: (items) => items[int(items.length)] ?? items[0] }
}
