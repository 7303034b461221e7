import { UnreadableFile } from '../../reading/unreadable-file.ts'
import type { Bytes } from '../bytes.ts'
import { tooLarge } from '../refusals.ts'
import { visitXml } from './xml.ts'

/** Bytes that the texts of a workbook may take in memory. */
const maxBytes = 200_000_000

export type SharedStrings = (index: number) => string | undefined

/** Texts one behind another in one block of memory: as many objects would take several times as much. */
const textRoom = () => {
  let bytes = Buffer.alloc(64 * 1024)
  const ends: number[] = []
  const add = (text: string): void => {
    const start = ends.at(-1) ?? 0
    const needed = start + text.length * 3
    if (needed > bytes.length) {
      const larger = Buffer.alloc(Math.max(needed, 2 * bytes.length))
      bytes.copy(larger, 0, 0, start)
      bytes = larger
    }
    const end = start + bytes.write(text, start)
    if (end + 8 * ends.length > maxBytes) throw new UnreadableFile(tooLarge(maxBytes))
    ends.push(end)
  }
  const at: SharedStrings = (index) => {
    const end = ends[index]
    return end === undefined ? undefined : bytes.toString('utf8', index === 0 ? 0 : ends[index - 1], end)
  }
  return { add, at }
}

const escaped = /_x([\dA-Fa-f]{4})_/g

/** Characters that XML cannot hold are spelled out by their numbers. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Reads the table of texts; how Japanese ones are pronounced is left out. */
export const readSharedStrings = async (part: Bytes): Promise<SharedStrings> => {
  const { add, at } = textRoom()
  let text = ''
  let isText = false
  let isPronunciation = false
  await visitXml(part, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPronunciation = true
      else if (name === 't') isText = !isPronunciation
    },
    close: (name) => {
      if (name === 'si') add(unescaped(text))
      else if (name === 'rPh') isPronunciation = false
      else if (name === 't') isText = false
    },
    text: (piece) => {
      if (isText) text += piece
    },
  })
  return at
}
