import type { PgpKeys } from '#core/deployment/pgp-keys.ts'
import { decoder, type Wrapped } from '../../lambdas/decode/decode.ts'
import { UnreadableFile } from '../../lambdas/reading/unreadable-file.ts'

export const csv = 'id,name\r\n000001,Ada Łovelace\r\n000002,"Grace, Hopper"\r\n'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** The text in a file, or the code and the sentences of the issue that it is refused with. */
export const decoded = async (
  bytes: Uint8Array | string,
  wrapped: Wrapped = {},
  keys: PgpKeys = [],
  pieceBytes = 70_000,
): Promise<string> => {
  const open = decoder({ load: async () => keys })(() => inPieces(Buffer.from(bytes), pieceBytes), wrapped)
  try {
    return Buffer.concat(await Array.fromAsync(await open())).toString()
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { code, message, fix } = error.issue
    return `${code}: ${message} ${fix}`
  }
}
