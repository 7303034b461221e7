import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AnswerOf } from '../call.ts'
import { useManage } from '../manage.ts'
import type { ListSearch } from './search.ts'

export type Listed = AnswerOf<'GET /manage/integrations'>['results'][number]

/** All pages are asked for again, one after the other: that is done for as many as fit a screen. */
const liveMs = 10_000
const mostLivePages = 2
/** Pages may be short, and must fill the table before it can be scrolled to the next. */
const fewRows = 20

/** The integrations that a search finds, page by page. */
export const useIntegrations = ({ name, state, attention, owner }: ListSearch) => {
  const { call } = useManage()
  const filters = { name, state, needs_attention: attention, mapping_approver: owner }
  const query = useInfiniteQuery({
    queryKey: ['integrations', filters],
    queryFn: ({ pageParam, signal }) =>
      call('GET /manage/integrations', { query: { ...filters, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => ((data?.pages.length ?? 0) <= mostLivePages ? liveMs : false),
  })
  const items = query.data?.pages.flatMap(({ results }) => results)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const isShort = items !== undefined && items.length < fewRows
  useEffect(() => {
    if (isShort && hasNextPage && !isFetchingNextPage) fetchNextPage()
  }, [isShort, hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...query, items }
}
