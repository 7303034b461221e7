import { columnIndex } from '#core/mapping/columns.ts'
import { type Join, maxJoins } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { JoinableFile } from './client.ts'
import { isColumn, withSources } from './edits.ts'

export const joinsOf = ({ joins = [] }: Pick<Mapping, 'joins'>): readonly Join[] => joins

/** A mapping without joins does not speak of any. */
const withJoins = (mapping: Mapping, joins: readonly Join[]): Mapping => {
  const { joins: _, ...others } = mapping
  return joins.length === 0 ? others : { ...others, joins: [...joins] }
}

const maxNameLength = 40

/** A name of its own, made of what files are called by. */
const nameFor = (word: string, taken: readonly string[]): string => {
  const name = word.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').replaceAll(/^[_-]+|[_-]+$/g, '')
  const short = (name === '' ? 'file' : name).slice(0, maxNameLength - 3)
  const names = [short, ...Array.from({ length: maxJoins }, (_, at) => `${short}_${at + 2}`)]
  return names.find((each) => !taken.includes(each.toLowerCase())) ?? short
}

/** The columns that are probably the same thing in both files: those of one name, else the id and the first column. */
const likelyKey = (mapping: Mapping, columns: readonly string[], header: readonly string[]) => {
  const [id = ''] = mapping.id.columns
  const sameAsId = columns[columnIndex(columns, id)]
  if (sameAsId !== undefined) return { key: [sameAsId], to: [id] }
  const same = columns.find((column) => columnIndex(header, column) >= 0)
  return { key: [same ?? columns[0] ?? ''], to: [same === undefined ? id : (header[columnIndex(header, same)] ?? id)] }
}

/** Joins one more file, by the columns that are probably its key. */
export const withFile = (mapping: Mapping, { word, columns }: JoinableFile, header: readonly string[]): Mapping => {
  const joins = joinsOf(mapping)
  const name = nameFor(
    word,
    joins.map((join) => join.name.toLowerCase()),
  )
  const names = columns.map((column) => column.name)
  return withJoins(mapping, [...joins, { name, files: word, ...likelyKey(mapping, names, header) }])
}

export const withJoinAt = (mapping: Mapping, at: number, join: Join): Mapping =>
  withJoins(mapping, joinsOf(mapping).with(at, join))

const isOf = (join: Join, column: string): boolean => column.startsWith(`${join.name}.`)

/** Takes a file out, with whatever is made of its columns and the files that are joined by them. */
export const withoutJoin = (mapping: Mapping, gone: Join): Mapping => {
  const left = joinsOf(mapping).filter((join) => join !== gone)
  const ids = mapping.id.columns.filter((column) => !isOf(gone, column))
  let next = withJoins({ ...mapping, id: { columns: ids.length === 0 ? mapping.id.columns : ids } }, left)
  for (const [field, sources] of Object.entries(mapping.fields)) {
    const kept = sources.filter((source) => !isColumn(source) || !isOf(gone, source.column))
    if (kept.length < sources.length) next = withSources(next, field, kept)
  }
  const orphan = left.find(({ to }) => to.some((column) => isOf(gone, column)))
  return orphan ? withoutJoin(next, orphan) : next
}
