import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ModelId } from '#core/model/models.ts'
import type { AnswerOf } from '../call.ts'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import type { Filters } from './search.ts'

type Records = AnswerOf<'GET /manage/integrations/{integration_id}/records/{model}'>
export type RecordRow = Records['results'][number]

const pageSize = 100

const queryOf = ({ q, status, group, employee, since, deleted }: Filters) => ({
  search: q,
  statuses: status,
  group_id: group,
  employee_id: employee,
  changed_since: since,
  deleted,
})

/** Which models there are, and how many records they have. */
export const useModels = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'models'),
    queryFn: () => call('GET /manage/integrations/{integration_id}/records', { path }),
  })
}

/** Records page by page. They are not asked for again by themselves: whoever reads a list would lose their place in it. */
export const useRecords = (model: ModelId, filters: Filters, columns: readonly string[]) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const query = useInfiniteQuery({
    queryKey: keyOf(integrationId, 'records', model, filters, columns),
    queryFn: ({ pageParam: cursor, signal }) =>
      call('GET /manage/integrations/{integration_id}/records/{model}', {
        path: { ...path, model },
        query: { ...queryOf(filters), columns: columns.join(','), page_size: pageSize, cursor },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
    refetchOnWindowFocus: false,
  })
  const { data } = query
  // What was fetched stays the same list until more is.
  const rows = useMemo(() => data?.pages.flatMap(({ results }) => results) ?? [], [data])
  return { ...query, rows, searched: data?.pages.reduce((sum, { searched }) => sum + searched, 0) ?? 0 }
}

/** The groups that people can be filtered by. */
export const useGroups = (isWanted: boolean) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'groups'),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/records/{model}', {
        path: { ...path, model: 'hris_teams' },
        query: { columns: 'type', page_size: 250 },
      }),
    enabled: isWanted,
    staleTime: 60_000,
    refetchInterval: false,
  })
}
