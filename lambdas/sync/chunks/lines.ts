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

/** Reads lines one after another; `undefined` at their end. */
export const lineReader = (bytes: Uint8Array): (() => string | undefined) => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let start = 0
  return () => {
    const end = text.indexOf(lineFeed, start)
    if (end < 0) return undefined
    const line = text.toString('utf8', start, end)
    start = end + 1
    return line
  }
}
