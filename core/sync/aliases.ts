import type { ContentHash } from '#core/ports/system.ts'
import { livingRecords } from './living.ts'
import type { NextRow } from './manifest.ts'
import type { Producer } from './producers.ts'

/** Under which other ids records may be mentioned. */
export type Aliases = {
  /** Another one whenever any alias is another one; empty when there are none. */
  readonly name: string
  /** The id of the record that a mention means. */
  readonly resolve: (id: string) => string
}

export const noAliases: Aliases = { name: '', resolve: (id) => id }

function* rowsOf({ before, after }: Producer): Generator<NextRow> {
  if (after) for (const { next } of livingRecords(after)) yield next
  else for (let index = 0; index < before.size; index += 1) yield before.row(index)
}

/** The aliases that these datasets give their records. The id of a record is never an alias, and an alias of two is none. */
export const aliasesIn = (producers: readonly Producer[], hash: ContentHash): Aliases => {
  const ids = new Set<string>()
  const targets = new Map<string, Set<string>>()
  for (const row of producers.flatMap((each) => [...rowsOf(each)])) {
    ids.add(row.id)
    for (const { role, id } of row.references)
      if (role === 'alias') targets.set(id, (targets.get(id) ?? new Set()).add(row.id))
  }
  const clear = [...targets].flatMap(([alias, [target, ...others]]): [string, string][] =>
    target === undefined || others.length > 0 || ids.has(alias) ? [] : [[alias, target]],
  )
  if (clear.length === 0) return noAliases
  const byAlias = new Map(clear)
  const name = hash(JSON.stringify(clear.toSorted(([a], [b]) => (a < b ? -1 : 1))))
  return { name, resolve: (id) => byAlias.get(id) ?? id }
}
