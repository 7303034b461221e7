/** So many cases of one target are drawn from one seed. */
export const batchCases = 200

export type Batch = { readonly target: string; readonly seed: number; readonly cases: number }

/** What is wrong, with the smallest input that shows it. */
export type Failure = Batch & { readonly input: string; readonly reason: string }

/** What a worker is told: a batch to run, or to show the input of one case without running any. */
export type ToWorker = { readonly batch: Batch; readonly showCase: number | null }

export type FromWorker =
  | { readonly kind: 'done'; readonly failure: Failure | null }
  | { readonly kind: 'shown'; readonly input: string }

/** The counter that a worker moves with every case: who looks at it sees a case that does not end. */
export const progressOf = (shared: SharedArrayBuffer): Int32Array => new Int32Array(shared)
