import { columnIndex } from '#core/mapping/columns.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { type Join, maxJoins, partColumn } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { JoinableFile } from './client.ts'
import { withColumns } from './column-edits.ts'
import { hasDays } from './rows-edits.ts'

const isOf = (join: Pick<Join, 'name'>, column: string): boolean => column.startsWith(`${join.name}.`)
const bareColumn = ({ name }: Pick<Join, 'name'>, column: string): string => column.slice(name.length + 1)

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
  // A file that has not come yet probably calls it the same.
  if (columns.length === 0) return { key: [id], to: [id] }
  const sameAsId = columns[columnIndex(columns, id)]
  if (sameAsId !== undefined) return { key: [sameAsId], to: [id] }
  const same = columns.find((column) => columnIndex(header, column) >= 0)
  return { key: [same ?? columns[0] ?? ''], to: [same === undefined ? id : (header[columnIndex(header, same)] ?? id)] }
}

/** Joins one more file, by the columns that are probably its key. */
export const withFile = (
  mapping: Mapping,
  { word, columns }: Pick<JoinableFile, 'word' | 'columns'>,
  header: readonly string[],
): Mapping => {
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

/** The join with another thing said of its part; what is `undefined` is no longer said. */
export const withOnly = ({ only: _, ...join }: Join, only: Join['only']): Join =>
  only === undefined ? join : { ...join, only }

export const withPartDialect = ({ dialect: _, ...join }: Join, dialect: PartialDialect): Join =>
  Object.keys(dialect).length === 0 ? join : { ...join, dialect }

export const withDay = ({ day: _, ...join }: Join, day: Join['day']): Join =>
  day === undefined ? join : { ...join, day }

/** Without days in the part, there is none on which a row of it must hold. */
export const withPartCurrent = ({ current: _, ...join }: Join, current: Join['current']): Join =>
  current === undefined
    ? withDay(join, undefined)
    : withDay({ ...join, current }, hasDays(current) ? join.day : undefined)

/** Calls the columns of a part by another name, wherever the mapping speaks of them. */
export const withPartName = (mapping: Mapping, at: number, name: string): Mapping => {
  const join = joinsOf(mapping)[at]
  if (!join) return mapping
  const renamed = (column: string): string =>
    isOf(join, column) ? partColumn({ name }, bareColumn(join, column)) : column
  const joins = joinsOf(mapping).map((each) => ({ ...each, to: each.to.map(renamed) }))
  return withColumns(withJoins(mapping, joins.with(at, { ...join, name })), renamed)
}

/** Takes a file out, with whatever is made of its columns and the files that are joined by them. */
export const withoutJoin = (mapping: Mapping, gone: Join): Mapping => {
  const left = joinsOf(mapping).filter((join) => join !== gone)
  const next = withColumns(withJoins(mapping, left), (column) => (isOf(gone, column) ? undefined : column))
  const orphan = left.find(({ to }) => to.some((column) => isOf(gone, column)))
  return orphan ? withoutJoin(next, orphan) : next
}
