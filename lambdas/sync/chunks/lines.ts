import { concatBytes } from '#core/files/record-splitter.ts'

const lineFeed = 0x0a
const firstBytes = 1024 * 1024

/** Lines of text one behind another in bytes. */
export const lineWriter = () => {
  let bytes = Buffer.allocUnsafe(firstBytes)
  let used = 0
  return {
    add: (line: string): void => {
      const needed = used + 3 * line.length + 1
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, 2 * bytes.length))
        bytes.copy(larger, 0, 0, used)
        bytes = larger
      }
      used += bytes.write(line, used)
      bytes[used] = lineFeed
      used += 1
    },
    bytes: (): Uint8Array => bytes.subarray(0, used),
  }
}

/** The lines of a stream, as many at a time as are there. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let begun: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunks) {
    const bytes = begun.length === 0 ? chunk : concatBytes([begun, chunk])
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    const lines: string[] = []
    let start = 0
    for (let end = text.indexOf(lineFeed); end >= 0; end = text.indexOf(lineFeed, start)) {
      lines.push(text.toString('utf8', start, end))
      start = end + 1
    }
    begun = bytes.slice(start)
    yield lines
  }
}
