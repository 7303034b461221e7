import type { Mapping } from '#core/mapping/mapping.ts'
import { mappingChanges } from '#core/mapping/mapping-changes.ts'
import type { Seen, StoredMappings, StoredVersion } from './client.ts'
import { enter, type History, startHistory } from './history.ts'

export type DraftState = {
  readonly history: History<Mapping>
  /** What the server has; version 0 where it has nothing yet. */
  readonly base: Seen & { readonly mapping: Mapping }
  readonly approved: number
  readonly isSaving: boolean
  /** Why the last attempt to save failed. */
  readonly error: Error | undefined
  /** What somebody else stored meanwhile: nothing is saved before it is decided which of both goes on. */
  readonly theirs: StoredVersion | undefined
}

export const startDraft = (start: Mapping, { latest, approved }: StoredMappings): DraftState => ({
  history: startHistory(start),
  base: { version: latest?.version ?? 0, revision: latest?.revision ?? 1, mapping: start },
  approved: approved?.version ?? 0,
  isSaving: false,
  error: undefined,
  theirs: undefined,
})

export const isDirty = ({ history, base }: DraftState): boolean => history.present !== base.mapping

/** Whether what is shown is what files are applied with. */
export const isInUse = (state: DraftState): boolean =>
  state.approved > 0 && state.approved === state.base.version && !isDirty(state)

const saysTheSame = (a: Mapping, b: Mapping): boolean => {
  const { id, fields, ...others } = mappingChanges(a, b)
  return id === null && fields.length === 0 && !Object.values(others).some(Boolean)
}

export const stored = (state: DraftState, { version, revision }: Seen, mapping: Mapping): DraftState => ({
  ...state,
  base: { version, revision, mapping },
})

const isNewer = (one: Seen, other: Seen): boolean =>
  one.version > other.version || (one.version === other.version && one.revision > other.revision)

/** Somebody else stored this. A lost answer, or a second window with the same change, is no conflict. */
export const meet = (state: DraftState, latest: StoredVersion): DraftState =>
  saysTheSame(latest.mapping, state.history.present)
    ? stored(state, latest, state.history.present)
    : { ...state, theirs: latest }

/** Goes on with theirs: mine can still be had by taking a step back. */
const takeOver = (state: DraftState, theirs: StoredVersion): DraftState => ({
  ...stored(state, theirs, theirs.mapping),
  history: enter(state.history, theirs.mapping),
  theirs: undefined,
})

export const takeTheirs = (state: DraftState): DraftState => (state.theirs ? takeOver(state, state.theirs) : state)

/** Mine takes the place of theirs, or the version behind it where theirs is approved. */
export const keepMine = (state: DraftState): DraftState =>
  state.theirs ? { ...stored(state, state.theirs, state.theirs.mapping), theirs: undefined } : state

/** What is on the server now. Where nothing was entered since, what another window stored is shown at once. */
export const hear = (state: DraftState, { latest, approved }: StoredMappings): DraftState => {
  const heard = { ...state, approved: approved?.version ?? state.approved }
  if (!latest || !isNewer(latest, state.base) || isDirty(state) || state.isSaving) return heard
  return saysTheSame(latest.mapping, state.history.present)
    ? stored(heard, latest, state.history.present)
    : takeOver(heard, latest)
}
