import type { Mapping } from '#core/mapping/mapping.ts'
import type { MappingClient, StoredMappings } from './client.ts'
import { type DraftState, hear, isDirty, keepMine, meet, startDraft, stored, takeTheirs } from './draft-state.ts'
import { enter, redo, undo } from './history.ts'

/** A state that can be watched. */
const watched = <State>(start: State) => {
  let state = start
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (next: State): void => {
      state = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return (): void => {
        listeners.delete(listener)
      }
    },
  }
}

type Watched = ReturnType<typeof watched<DraftState>>

/** Saves one version after the other, never two at once, until `isEnough`; stops where somebody else has stored one. */
const saver = (client: MappingClient, { get, set }: Watched) => {
  let running: Promise<void> | undefined
  const meetOther = async (): Promise<void> => {
    const { latest } = await client.read()
    if (latest) set(meet(get(), latest))
  }
  const storeOnce = async (mapping: Mapping): Promise<void> => {
    const after = await client.store(mapping, get().base)
    if (after?.latest) set(stored(get(), after.latest, mapping))
    else await meetOther()
  }
  const run = async (isEnough: () => boolean): Promise<void> => {
    set({ ...get(), isSaving: true, error: undefined })
    try {
      while (!isEnough() && !get().theirs) await storeOnce(get().history.present)
    } catch (error) {
      set({ ...get(), error: error instanceof Error ? error : new Error('The draft could not be saved.') })
    }
    set({ ...get(), isSaving: false })
  }
  const save = async (isEnough: () => boolean): Promise<void> => {
    await running
    if (isEnough() || get().theirs) return
    running ??= run(isEnough).finally(() => {
      running = undefined
    })
    await running
  }
  return { save: () => save(() => !isDirty(get())), saveFirst: () => save(() => get().base.version > 0), meetOther }
}

/** Holds a mapping while it is edited: it is saved as a draft, can be taken back, and never overwrites what somebody else stored. */
export const createDraftStore = (client: MappingClient, start: Mapping, before: StoredMappings) => {
  const draft = watched(startDraft(start, before))
  const { get, set } = draft
  const { save, saveFirst, meetOther } = saver(client, draft)
  return {
    state: get,
    subscribe: draft.subscribe,
    enter: (mapping: Mapping) => set({ ...get(), history: enter(get().history, mapping) }),
    undo: () => set({ ...get(), history: undo(get().history) }),
    redo: () => set({ ...get(), history: redo(get().history) }),
    hear: (now: StoredMappings) => set(hear(get(), now)),
    takeTheirs: () => set(takeTheirs(get())),
    keepMine: () => set(keepMine(get())),
    save,
    /** Stores what is shown and, where that is not left to the vendor, approves it; answers whether it was done. */
    finish: async (): Promise<boolean> => {
      await save()
      await saveFirst()
      const { error, theirs, base } = get()
      if (error) throw error
      if (theirs) return false
      if (before.approver === 'vendor' && !client.approvesAlways) return true
      const after = await client.approve(base)
      if (!after) await meetOther()
      set({ ...get(), approved: after?.approved?.version ?? get().approved })
      return after !== undefined
    },
  }
}

export type DraftStore = ReturnType<typeof createDraftStore>
