import type { Mapping } from '#core/mapping/mapping.ts'
import { mappingChanges } from '#core/mapping/mapping-changes.ts'
import type { MappingClient, StoredMappings, StoredVersion } from './client.ts'
import { enter, type History, redo, startHistory, undo } from './history.ts'

export type DraftState = {
  readonly history: History<Mapping>
  /** What the server has; revision 0 where it has nothing yet. */
  readonly base: { readonly revision: number; readonly mapping: Mapping }
  readonly approved: number
  readonly isSaving: boolean
  /** Why the last attempt to save failed. */
  readonly error: Error | undefined
  /** What somebody else stored meanwhile: nothing is saved before it is decided which of both goes on. */
  readonly theirs: StoredVersion | undefined
}

export const isDirty = ({ history, base }: DraftState): boolean => history.present !== base.mapping

/** Whether what is shown is what files are applied with. */
export const isInUse = (state: DraftState): boolean =>
  state.approved > 0 && state.approved === state.base.revision && !isDirty(state)

const saysTheSame = (a: Mapping, b: Mapping): boolean => {
  const { id, dialect, fields } = mappingChanges(a, b)
  return id === null && !dialect && fields.length === 0
}

/** Holds a mapping while it is edited: it is saved as a draft, can be taken back, and never overwrites what somebody else stored. */
export const createDraftStore = (client: MappingClient, start: Mapping, stored: StoredMappings) => {
  let state: DraftState = {
    history: startHistory(start),
    base: { revision: stored.latest?.version ?? 0, mapping: start },
    approved: stored.approved?.version ?? 0,
    isSaving: false,
    error: undefined,
    theirs: undefined,
  }
  let saving: Promise<void> | undefined
  const listeners = new Set<() => void>()
  const set = (change: Partial<DraftState>): void => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const adopt = (theirs: StoredVersion): void =>
    set({
      history: saysTheSame(theirs.mapping, state.history.present)
        ? state.history
        : enter(state.history, theirs.mapping),
      base: { revision: theirs.version, mapping: theirs.mapping },
      theirs: undefined,
    })
  /** A lost answer, or a second window with the same change, is no conflict. */
  const meet = async (): Promise<void> => {
    const { latest } = await client.read()
    if (!latest) return
    const mine = state.history.present
    if (saysTheSame(latest.mapping, mine)) set({ base: { revision: latest.version, mapping: mine } })
    else set({ theirs: latest })
  }
  const store = async (mapping: Mapping): Promise<void> => {
    const after = await client.store(mapping, state.base.revision)
    if (after?.latest) set({ base: { revision: after.latest.version, mapping } })
    else await meet()
  }
  const saveAll = async (isMeant: () => boolean): Promise<void> => {
    set({ isSaving: true, error: undefined })
    try {
      while (isMeant() && !state.theirs) await store(state.history.present)
    } catch (error) {
      set({ error: error instanceof Error ? error : new Error('The draft could not be saved.') })
    }
    set({ isSaving: false })
  }
  const save = (): Promise<void> => {
    if (!saving && isDirty(state) && !state.theirs)
      saving = saveAll(() => isDirty(state)).finally(() => {
        saving = undefined
      })
    return saving ?? Promise.resolve()
  }
  const edit = (history: History<Mapping>): void => set({ history })
  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    enter: (mapping: Mapping) => edit(enter(state.history, mapping)),
    undo: () => edit(undo(state.history)),
    redo: () => edit(redo(state.history)),
    save,
    /** What is on the server now, as another window may have stored it. */
    hear: ({ latest, approved }: StoredMappings): void => {
      if (approved && approved.version !== state.approved) set({ approved: approved.version })
      if (latest && latest.version > state.base.revision && !isDirty(state) && !saving) adopt(latest)
    },
    /** Mine can still be had by taking a step back. */
    takeTheirs: () => state.theirs && adopt(state.theirs),
    keepMine: () =>
      state.theirs &&
      set({ base: { revision: state.theirs.version, mapping: state.theirs.mapping }, theirs: undefined }),
    /** Stores what is shown and, where that is not left to the vendor, approves it; answers whether it was done. */
    finish: async (): Promise<boolean> => {
      await save()
      if (state.base.revision === 0) await saveAll(() => state.base.revision === 0)
      if (state.error) throw state.error
      if (state.theirs) return false
      if (stored.approver === 'vendor') return true
      const after = await client.approve(state.base.revision)
      if (!after) await meet()
      set({ approved: after?.approved?.version ?? state.approved })
      return after !== undefined
    },
  }
}

export type DraftStore = ReturnType<typeof createDraftStore>
