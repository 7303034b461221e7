import type { StoredRecord } from '#core/ports/record-store.ts'

export type ReadStored = (ids: readonly string[]) => Promise<readonly StoredRecord[]>

/** What is stored of people. Where it was made by other rules than now, a file may well tell something else of everybody. */
export type StoredPeople = { readonly read: ReadStored; readonly byTheSameRules: boolean }
