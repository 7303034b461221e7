import type { LinkedKeys } from '#core/ids/linked-keys.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'

/** The row of a linked person that counts so far. */
type Claim = { readonly remoteId: string; readonly rank: number; readonly rows: number[] }

/** A row that another one of the same person stands for. */
export type OutrankedRow = { readonly row: number; readonly remoteId: string }

type ClaimPorts = {
  readonly keys: LinkedKeys
  readonly idOf: (remoteId: string) => string
  readonly base: ManifestTable
  readonly known: Uint32Array
  /** Forgets whatever an earlier row said of the record. */
  readonly forget: (id: string) => void
}

/** Decides between rows of one person under several ids, whatever their order in the file: the highest id counts. */
export const claimRows = ({ keys, idOf, base, known, forget }: ClaimPorts) => {
  const { rankOf = () => 0 } = keys
  const claims = new Map<string, Claim>()
  /** 1 for each committed row whose person a parsed row has claimed. */
  const claimed = new Uint8Array(base.size)
  const outranked: OutrankedRow[] = []

  const ofKnown = (index: number): Claim | undefined => {
    const row = known[index] ?? 0
    if (row === 0) return undefined
    const remoteId = base.remoteId(index)
    return { remoteId, rank: rankOf(remoteId), rows: [row] }
  }

  const settle = (
    id: string,
    before: Claim | undefined,
    { remoteId, rank, row }: Omit<Claim, 'rows'> & OutrankedRow,
  ) => {
    if (before && rank < before.rank) {
      outranked.push({ row, remoteId })
      return false
    }
    if (before && rank === before.rank) before.rows.push(row)
    else {
      for (const each of before?.rows ?? []) outranked.push({ row: each, remoteId: before?.remoteId ?? '' })
      if (before) forget(id)
    }
    claims.set(id, before?.rank === rank ? before : { remoteId, rank, rows: [row] })
    return true
  }

  /** Whether a row that was parsed counts. */
  const take = (remoteId: string, row: number): boolean => {
    const rank = rankOf(remoteId)
    if (rank === 0) return true
    const id = idOf(remoteId)
    const index = base.find(id)
    if (index >= 0) claimed[index] = 1
    return settle(id, claims.get(id) ?? ofKnown(index), { remoteId, rank, row })
  }

  /** Whether a row that is known counts. */
  const takeKnown = (index: number, row: number): boolean => {
    if (claimed[index] !== 1) return true
    const remoteId = base.remoteId(index)
    const id = base.id(index)
    return settle(id, claims.get(id), { remoteId, rank: rankOf(remoteId), row })
  }

  return { take, takeKnown, outranked: (): readonly OutrankedRow[] => outranked }
}
