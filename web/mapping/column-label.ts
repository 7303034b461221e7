import type { Mapping } from '#core/mapping/mapping.ts'

/** What a column is called on the page; one of a joined file says which one that is. */
export const columnLabel = ({ joins = [] }: Pick<Mapping, 'joins'>, column: string): string => {
  const join = joins.find(({ name }) => column.startsWith(`${name}.`))
  return join ? `${join.name} · ${column.slice(join.name.length + 1)}` : column
}
