/** The two tables, their keys and indexes: read by the CDK constructs, the local stack and the adapters. All keys are strings. */
export type TableShape = {
  readonly partitionKey: string
  readonly sortKey: string
  readonly indexes: readonly {
    readonly name: string
    readonly partitionKey: string
    readonly sortKey: string
    readonly projection: 'KEYS_ONLY' | 'ALL'
  }[]
}

/** Days for which a table can be restored to any moment: the most that DynamoDB offers, and what it does unless told otherwise. */
export const pointInTimeDays = 35

export const controlTable: TableShape = { partitionKey: 'pk', sortKey: 'sk', indexes: [] }

export const recordsTable: TableShape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    /** The change feed: `feed_pk` is the record's partition, `feed_at` a zero-padded moment and the id. */
    { name: 'feed', partitionKey: 'feed_pk', sortKey: 'feed_at', projection: 'KEYS_ONLY' },
    /** Dependants by the employee they belong to. */
    { name: 'employee', partitionKey: 'employee_pk', sortKey: 'sk', projection: 'KEYS_ONLY' },
  ],
}
