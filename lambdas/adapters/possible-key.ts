/** bytes */
const longest = { pk: 2048, sk: 1024 }

/** Whether an item can have this key: DynamoDB fails a whole request that asks for a longer one. */
export const isPossibleKey = ({ pk, sk }: { readonly pk: string; readonly sk: string }): boolean =>
  Buffer.byteLength(pk) <= longest.pk && Buffer.byteLength(sk) <= longest.sk
