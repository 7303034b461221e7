import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { MappingClient, UnderstoodFile } from './client.ts'
import type { DraftState } from './draft-state.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'

/** Long enough that a change is not saved in halves, short enough that nobody leaves before. */
const saveAfterMs = 800

export type Draft = { readonly store: DraftStore; readonly state: DraftState }

/** A file with the draft of its mapping; without a draft where the file cannot be read as a table. */
export type OpenedFile = { readonly file: UnderstoodFile; readonly store: DraftStore | undefined }

const openFile = async (client: MappingClient, said: PartialDialect | undefined): Promise<OpenedFile> => {
  const [file, stored] = await Promise.all([client.understand(said), client.read()])
  const start = stored.latest?.mapping ?? file.mapping
  return { file, store: start ? createDraftStore(client, start, stored) : undefined }
}

/**
 * The draft lives as long as the page: whoever leaves the editor and comes back can still take back what was entered. A file that
 * nothing tells how to read is read as somebody says.
 */
export const useOpenedFile = (client: MappingClient, said?: PartialDialect) =>
  useQuery({
    queryKey: [...client.key, 'opened', said ?? null],
    queryFn: () => openFile(client, said),
    placeholderData: (before: OpenedFile | undefined) => (before?.store ? undefined : before),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })

/** Saves a moment after each change, and when the page is left; hears of what other windows have stored. */
export const useDraft = (client: MappingClient, store: DraftStore): Draft => {
  const state = useSyncExternalStore(store.subscribe, store.state)
  const stored = useQuery({ queryKey: [...client.key, 'stored'], queryFn: client.read }).data
  useEffect(() => stored && store.hear(stored), [store, stored])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change, and each decision on another one, the wait begins anew
  useEffect(() => {
    const timer = setTimeout(store.save, saveAfterMs)
    return () => clearTimeout(timer)
  }, [store, state.history.present, state.base])
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') store.save()
    }
    document.addEventListener('visibilitychange', onHide)
    // A frame is taken away without being hidden before.
    window.addEventListener('pagehide', store.save)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      window.removeEventListener('pagehide', store.save)
      store.save()
    }
  }, [store])
  return { store, state }
}
