import type { Directive } from './directive.ts'

/** Everything a worker needs to work on a run. */
export type Assignment = {
  readonly folder: string
  readonly endpoint: string
  readonly tables: { readonly control: string; readonly records: string }
  readonly offset: number
  /** One after the other; whoever dies meets no more. */
  readonly directives: readonly Directive[]
}

export type ToWorker =
  | { readonly kind: 'start'; readonly assignment: Assignment }
  /** While it is calm no directive's turn comes. */
  | { readonly kind: 'calm'; readonly calm: boolean }
  /** Answered by `parked` or `busy` with the same number; a parked worker takes no more messages until `go`. */
  | { readonly kind: 'park'; readonly number: number }
  | { readonly kind: 'go'; readonly offset: number }

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'parked'; readonly number: number; readonly wakeAt: number | null }
  | { readonly kind: 'busy'; readonly number: number }
  /** The call of a directive has come. */
  | { readonly kind: 'reached'; readonly directive: Directive; readonly name: string }
