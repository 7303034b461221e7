/** The cells of a column, as far as they were looked at. */
type Cells = readonly string[]

type Trait = {
  readonly of: (cell: string) => string | null
  /** So many different ones must be the same, and such a share of those of the column that has fewer. */
  readonly least: number
  readonly share: number
}

/** Letters and digits by their kind, runs of digits by their length: `1980-05-01` and `4-2-2` digits are the same. */
const shapeOf = (cell: string): string | null =>
  /\d/.test(cell) ? cell.replace(/\p{L}+/gu, 'a').replace(/\d+/g, (digits) => `9{${digits.length}}`) : null

/** What cells say tells more than what they look like; words alone look like any others. */
const traits: readonly Trait[] = [
  { of: (cell) => cell, least: 3, share: 0.5 },
  { of: shapeOf, least: 1, share: 0.9 },
]

const setOf = (cells: Cells, { of }: Trait): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => (cell.trim() === '' ? [] : (of(cell.trim()) ?? []))))

/** How much two columns have in common, 0 to 1; 0 where it is too little to tell. */
const likeness = (one: Cells, other: Cells, trait: Trait): number => {
  const [left, right] = [setOf(one, trait), setOf(other, trait)]
  const common = left.intersection(right).size
  const share = common / Math.min(left.size, right.size)
  return common >= trait.least && share >= trait.share ? share : 0
}

/**
 * The column that a missing one was probably renamed to, by the cells that it had in an earlier file; undefined where none, or more
 * than one, comes into question.
 */
export const renamedByValues = (had: Cells, candidates: ReadonlyMap<string, Cells>): string | undefined => {
  for (const trait of traits) {
    const found = [...candidates].map(([name, cells]) => ({ name, like: likeness(had, cells, trait) }))
    const [best, second] = found.toSorted((a, b) => b.like - a.like)
    if (best && best.like > (second?.like ?? 0)) return best.name
  }
  return undefined
}
