import type { ModelId } from '#core/model/models.ts'

/** A stretch of moments, epoch ms, both included, of which much was written; null while it lasts. */
export type Spread = { readonly from: number; readonly to: number | null }

/** Where one model of one integration lives: the generation and its shard count come from the state item. */
export type RecordSpace = {
  readonly integrationId: string
  readonly model: ModelId
  readonly generation: number
  readonly shards: number
  /** Moments at which the feed has records in shards of their own, oldest first; at others all are in the first. Always, when left out. */
  readonly spreads?: readonly Spread[] | undefined
}

/** Epoch milliseconds, or `'stamp'`: the moment the write becomes visible in the change feed. */
export type Moment = number | 'stamp'

export type RecordPut = {
  readonly id: string
  readonly remoteId: string | null
  /** The response object as JSON text, without `changed_at` and `remote_deleted_at`. */
  readonly body: string
  readonly changedAt: Moment
  readonly feedAt: Moment
  readonly deletedAt: Moment | null
  /** The employee a dependant belongs to. */
  readonly employeeId?: string | undefined
}

export type StoredRecord = {
  readonly id: string
  readonly remoteId: string | null
  readonly body: string
  readonly changedAt: number
  readonly feedAt: number
  readonly deletedAt: number | null
  readonly employeeId?: string | undefined
}

/** A place in a walk through a space: the shard and the last id (lists) or the last feed moment and id (feed). */
export type RecordPosition = { readonly shard: number; readonly afterId?: string; readonly afterFeedAt?: number }

export type RecordPage = {
  readonly records: readonly StoredRecord[]
  /** Where to go on; `undefined` at the end. */
  readonly next: RecordPosition | undefined
}

export type PageLimit = { readonly records: number }

/** What a request cost in write units: as the store says, or estimated from the sizes of its items. */
export type Spend = { readonly units: number; readonly estimated: boolean }

export type RecordStore = {
  /**
   * Writes all puts (ids unique within the call), stamping each attempt with now + lead and writing again what was late.
   * Answers the stamp of each id. Throws `WRITE_INCOMPLETE` when `deadline` (epoch ms) comes first. `spent` hears of every request.
   */
  write(
    space: RecordSpace,
    puts: readonly RecordPut[],
    deadline: number,
    spent?: (spend: Spend) => void,
  ): Promise<ReadonlyMap<string, number>>
  /** Takes records out for good, as if they had never been. Removing what is gone succeeds. Throws as `write` does. */
  remove(space: RecordSpace, ids: readonly string[], deadline: number, spent?: (spend: Spend) => void): Promise<void>
  /** Those of `ids` that exist, in no order. */
  get(space: RecordSpace, ids: readonly string[]): Promise<readonly StoredRecord[]>
  /** Every record, deleted ones included, in a stable order. */
  list(space: RecordSpace, from: RecordPosition | undefined, limit: PageLimit): Promise<RecordPage>
  /** Records whose `feedAt` lies in (after, until], oldest first within a shard; all of a page are from the shard it began in. */
  feed(
    space: RecordSpace,
    range: { readonly after: number; readonly until: number },
    from: RecordPosition | undefined,
    limit: PageLimit,
  ): Promise<RecordPage>
  /** Records of one employee, in a stable order. */
  listByEmployee(
    space: RecordSpace,
    employeeId: string,
    from: RecordPosition | undefined,
    limit: PageLimit,
  ): Promise<RecordPage>
}
