import { once } from '../../reading/chunks.ts'
import { asUtf8, findEncoding } from '../../reading/encoding.ts'

/** Whether text begins like JSON that holds objects or lists; quotes in a row of CSV do not. */
export const beginsJson = async (head: Uint8Array): Promise<boolean> => {
  const encoding = findEncoding(head, undefined)
  const chunks = await Array.fromAsync(asUtf8(once(head.subarray(encoding.markBytes)), encoding))
  return /^\s*(?:\{\s*["}]|\[\s*[[{"\]])/.test(Buffer.concat(chunks).toString('utf8'))
}
