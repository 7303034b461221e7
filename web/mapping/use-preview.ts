import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { MappingClient } from './client.ts'

/** A server that answers each key stroke would answer the last one late. */
const askAfterMs = 400

const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), askAfterMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What the mapping makes of the file; the answer of before stays until there is a new one. */
export const usePreview = (client: MappingClient, mapping: Mapping) => {
  const settled = useSettled(mapping)
  const preview = useQuery({
    queryKey: [...client.key, 'preview', settled],
    queryFn: () => client.preview(settled),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { ...preview, isBehind: settled !== mapping || preview.isFetching }
}
