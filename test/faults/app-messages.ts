import type { List } from './lists.ts'

/** Where an app reads, and as whom. */
export type AppPlace = { readonly url: string; readonly apiKey: string; readonly integrationId: string }

export type AppOrder =
  | { readonly kind: 'open'; readonly app: string; readonly place: AppPlace }
  /** `ahead`: how far the app's clock is ahead of the process's, milliseconds. */
  | { readonly kind: 'poll'; readonly app: string; readonly lists: readonly List[]; readonly ahead: number }
  | { readonly kind: 'copy'; readonly app: string }
  | { readonly kind: 'close'; readonly app: string }

export type AppAnswer = { readonly number: number; readonly records: readonly unknown[]; readonly error: string | null }
