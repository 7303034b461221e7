import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { MappingClient, UnderstoodFile } from './client.ts'
import { joinsOf } from './join-edits.ts'

/** The files that can be joined, and what the rows find in those that are; what was found before stays until there is more. */
export const useJoins = (client: MappingClient, mapping: Mapping) => {
  const { dialect } = mapping
  const joins = joinsOf(mapping)
  return useQuery({
    queryKey: [...client.key, 'joins', joins, dialect],
    queryFn: () => client.joins(mapping),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
export type FoundJoins = ReturnType<typeof useJoins>

/** The file with the columns of those that it is joined with. */
export const withPartColumns = (file: UnderstoodFile, { data }: FoundJoins): UnderstoodFile =>
  data && data.columns.length > 0 ? { ...file, columns: [...file.columns, ...data.columns] } : file
