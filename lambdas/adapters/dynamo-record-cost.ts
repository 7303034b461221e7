import type { WriteRequest } from '@aws-sdk/client-dynamodb'

const bytesPerUnit = 1_024
/** Two indexes; an entry of keys alone is one unit. */
const indexed = ['feed_pk', 'employee_pk']

/**
 * What a request should cost in write units: the item by its size, and each index that it appears in. Replacing an item that an
 * index held elsewhere costs one more, and what a deletion costs only the table knows: this is the least.
 */
export const estimatedUnits = ({ PutRequest }: WriteRequest): number => {
  const item = PutRequest?.Item
  if (!item) return 1
  const bytes = Object.entries(item).reduce(
    (sum, [name, { S = '', N = '' }]) => sum + name.length + Buffer.byteLength(S) + N.length,
    0,
  )
  return Math.ceil(bytes / bytesPerUnit) + indexed.filter((name) => item[name] !== undefined).length
}
