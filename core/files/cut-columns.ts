const quote = 0x22

export type ColumnChoice = {
  readonly delimiter: string
  /** How many cells the record must have. */
  readonly width: number
  /** Indexes of the columns wanted. */
  readonly columns: readonly number[]
}

/** A quote in a cell that begins with one of these is text. */
export const beginsText = (byte: number | undefined): boolean => byte !== undefined && byte > quote && byte < 0x80

/** Where the cell that begins at `start` ends; -1 when only a parser can tell. */
export const cellEnd = (record: Uint8Array, start: number, delimiter: number): number => {
  if (record[start] === quote) {
    let at = record.indexOf(quote, start + 1)
    while (at >= 0 && record[at + 1] === quote) at = record.indexOf(quote, at + 2)
    const end = at + 1
    return at >= 0 && (end === record.length || record[end] === delimiter) ? end : -1
  }
  const isText = beginsText(record[start])
  let at = start
  while (at < record.length && record[at] !== delimiter) {
    if (record[at] === quote && !isText) return -1
    at += 1
  }
  return at
}

/**
 * Cuts the wanted columns out of a record (UTF-8, without its line end), each as it stands in the file and followed by a delimiter.
 * `undefined` when only a parser can tell the cells apart, or there are more or fewer of them. What is answered holds until the next call.
 */
export const columnCutter = ({ delimiter, width, columns }: ColumnChoice) => {
  const delimiterByte = delimiter.charCodeAt(0)
  const wanted = new Uint8Array(width)
  for (const column of columns) wanted[column] = 1
  let cut = new Uint8Array(4096)

  return (record: Uint8Array): Uint8Array | undefined => {
    if (cut.length < record.length + 1) cut = new Uint8Array(2 * record.length)
    let length = 0
    let start = 0
    for (let column = 0; column < width; column += 1) {
      const end = cellEnd(record, start, delimiterByte)
      if (end < 0 || (end === record.length) !== (column === width - 1)) return undefined
      if (wanted[column] === 1) {
        for (let i = start; i < end; i += 1, length += 1) cut[length] = record[i] ?? 0
        cut[length] = delimiterByte
        length += 1
      }
      start = end + 1
    }
    return cut.subarray(0, length)
  }
}
