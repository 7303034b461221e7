import { rowBytes } from './manifest-layout.ts'

/** So many records lie in one piece: a table grows without being copied. */
const pageRows = 1_024

type Page = { readonly bytes: Uint8Array; readonly view: DataView }

const newPage = (): Page => {
  const bytes = new Uint8Array(pageRows * rowBytes)
  return { bytes, view: new DataView(bytes.buffer) }
}

const noPage = newPage()

/** Rows of a manifest that grow in number. */
export const pagedRows = () => {
  const pages: Page[] = []
  const page = (number: number): Page => pages[Math.floor(number / pageRows)] ?? noPage
  const offset = (number: number): number => (number % pageRows) * rowBytes
  return {
    page,
    offset,
    makeRoom: (number: number): void => {
      if (number % pageRows === 0) pages.push(newPage())
    },
    field: (number: number, field: number, length: number): Uint8Array => {
      const start = offset(number) + field
      return page(number).bytes.subarray(start, start + length)
    },
    number: (number: number, field: number): number => page(number).view.getUint32(offset(number) + field, true),
    setNumber: (number: number, field: number, value: number): void =>
      page(number).view.setUint32(offset(number) + field, value, true),
  }
}

/** Remote ids one behind another. */
export const growingTexts = () => {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1_024)
  let length = 0
  return {
    /** Answers where it ends. */
    add: (text: string): number => {
      const needed = length + 3 * text.length
      if (needed > bytes.length) {
        const larger = new Uint8Array(2 * needed)
        larger.set(bytes.subarray(0, length))
        bytes = larger
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written
      return length
    },
    part: (start: number, end: number): Uint8Array => bytes.subarray(start, end),
  }
}

export const growingNumbers = () => {
  let numbers = new Uint32Array(1_024)
  let length = 0
  return {
    /** Answers where they begin. */
    add: (more: readonly number[]): number => {
      const start = length
      if (start + more.length > numbers.length) {
        const larger = new Uint32Array(2 * (start + more.length))
        larger.set(numbers)
        numbers = larger
      }
      for (const number of more) {
        numbers[length] = number
        length += 1
      }
      return start
    },
    part: (start: number, count: number): Uint32Array => numbers.subarray(start, start + count),
  }
}
