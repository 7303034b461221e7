import { useInfiniteQuery } from '@tanstack/react-query'

type Page = { readonly next: string | null; readonly results: readonly unknown[] }

type Options<P> = {
  readonly queryKey: readonly unknown[]
  readonly load: (cursor: string) => Promise<P>
  /** Lists that grow long are not asked for anew all the time. */
  readonly isLive?: boolean
}

/** A list of the management API, page by page. */
export const usePages = <P extends Page>({ queryKey, load, isLive = true }: Options<P>) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // All pages would be asked for again, one after the other.
    ...(isLive ? {} : { refetchInterval: false as const }),
  })
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  return {
    first: data?.pages[0],
    items: data?.pages.flatMap(({ results }): readonly P['results'][number][] => results),
    error,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore: () => {
      if (!isFetchingNextPage) fetchNextPage()
    },
    refetch,
  }
}
