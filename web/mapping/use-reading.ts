import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { MappingClient, UnderstoodFile } from './client.ts'
import type { DialectPart } from './mode-edits.ts'

/** The parts of a dialect, in the order in which they are shown. */
export const dialectParts = ['sheet', 'records', 'encoding', 'delimiter', 'quote', 'headerRow'] as const

type Found = Pick<UnderstoodFile, 'dialect'>

/** What was found, where nobody says what it is. */
export const foundPart = ({ dialect }: Found, part: DialectPart): string | number | undefined =>
  part === 'quote' ? (dialect?.quote ?? '"') : dialect?.[part]

/** Whether somebody has chosen something else than what was found. */
export const isOverridden = (file: Found, said: PartialDialect, part: DialectPart): boolean =>
  said[part] !== undefined && said[part] !== foundPart(file, part)

/** The file as the mapping has it read. Where that is as it was found, it is not asked for again. */
export const useReading = (client: MappingClient, found: UnderstoodFile, said: PartialDialect = {}) =>
  useQuery({
    queryKey: [...client.key, 'reading', said],
    queryFn: () => client.understand(said),
    enabled: dialectParts.some((part) => isOverridden(found, said, part)),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
export type Reading = ReturnType<typeof useReading>
