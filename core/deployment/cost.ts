import type { MetricName } from './metrics.ts'

/**
 * What AWS charges in us-east-1, in dollars, without free tiers, taxes and discounts; other regions differ by up to a third. Gathered on
 * this day from AWS's price pages and what others quote of them, and held against no bill: look them up before you rely on them.
 */
export const prices = {
  asOf: '2026-11-22',
  region: 'us-east-1',
  source: 'https://aws.amazon.com/pricing/',
  /** The SFTP endpoint, an hour. */
  sftpHour: 0.3,
  /** A million write units and read units of DynamoDB, on demand. */
  writeUnits: 0.625,
  readUnits: 0.125,
  /** A million requests of the REST API. */
  apiRequests: 3.5,
  /** A million calls of functions, and a GB of memory for a second (Arm). */
  calls: 0.2,
  memorySeconds: 0.000_013_333_4,
  /** A metric for a month. */
  metric: 0.3,
  /** The KMS key and the four secrets, a month. */
  keyMonth: 1,
  secretMonth: 0.4,
} as const

const hoursOfMonth = 730
const million = 1_000_000
const secrets = 4
const syncGigabytes = 3_008 / 1_024
const apiGigabytes = 1

/** What was measured in some hours: sums of metrics, durations in milliseconds. */
export type Usage = { readonly hours: number; readonly sums: Readonly<Partial<Record<MetricName, number>>> }

const costItems = ['sftp', 'database', 'api', 'functions', 'metrics', 'keys'] as const
type CostItem = (typeof costItems)[number]

/** A line of the bill, in dollars: what was used, and what that costs. */
export type CostLine = { readonly item: CostItem; readonly formula: string; readonly dollars: number }

const line = (item: CostItem, ...factors: readonly (readonly [quantity: number, price: number])[]): CostLine => ({
  item,
  formula: factors.map(([quantity, price]) => `${Number(quantity.toPrecision(4))} × $${price}`).join(' + '),
  dollars: factors.reduce((sum, [quantity, price]) => sum + quantity * price, 0),
})

/**
 * What the measured hours cost, by the parts that make the bill. Left out are storage and transfer (about $0.25 for a GB and month in
 * the tables, $0.02 in the archive, $0.04 for a GB by SFTP), queues and logs: under a dollar each for a million rows a day.
 */
export const estimateCost = ({ hours, sums }: Usage): readonly CostLine[] => {
  const sum = (name: MetricName): number => sums[name] ?? 0
  const months = hours / hoursOfMonth
  const calls =
    sum('ApiRequests') + sum('FilesReceived') + sum('SyncsSucceeded') + sum('SyncsPartlyFailed') + hours * 60
  const memory = (sum('SyncDuration') * syncGigabytes + sum('ApiLatency') * apiGigabytes) / 1_000
  return [
    line('sftp', [hours, prices.sftpHour]),
    line('database', [sum('WriteUnits') / million, prices.writeUnits], [sum('ReadUnits') / million, prices.readUnits]),
    line('api', [sum('ApiRequests') / million, prices.apiRequests]),
    line('functions', [calls / million, prices.calls], [memory, prices.memorySeconds]),
    line('metrics', [Object.keys(sums).length * months, prices.metric]),
    line('keys', [months, prices.keyMonth], [secrets * months, prices.secretMonth]),
  ]
}
