import { type Dialect, encodings } from '#core/mapping/dialect.ts'
import { type FoundEncoding, findEncoding, utf8Evidence } from './encoding.ts'
import { westernEncoding } from './telling-bytes.ts'

const lineFeed = 0x0a
/** Words with accents say more the more there are; a detector takes its time. */
const enoughBytes = 8 * 1024

/** The lines that do not consist of ASCII alone. */
const tellingLines = (head: Uint8Array): Uint8Array => {
  const lines: Uint8Array[] = []
  let length = 0
  for (let start = 0; start < head.length && length < enoughBytes; ) {
    const end = head.indexOf(lineFeed, start) + 1 || head.length
    const line = head.subarray(start, Math.min(end, start + enoughBytes))
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line)
      length += line.length
    }
    start = end
  }
  return Buffer.concat(lines)
}

/** The same encoding by the name that mappings know, or the one that it is part of. */
const others: Readonly<Record<string, Dialect['encoding']>> = {
  // Of the signs in which it differs, few stand in any file; and what it lacks is common.
  'iso-8859-15': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-6': 'windows-1256',
  'iso-8859-13': 'windows-1257',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5hkscs: 'big5',
}

const knownName = (name: string): Dialect['encoding'] | undefined => {
  const wanted = name.toLowerCase().replace(/^iso8859/, 'iso-8859')
  if (Object.hasOwn(others, wanted)) return others[wanted]
  return encodings.find((encoding) => encoding === wanted)
}

/** Whether text that is said to be in an encoding of one country is UTF-8 all over. */
const isDoubtful = (head: Uint8Array, { encoding, by }: FoundEncoding): boolean => {
  if (by !== 'said' || encoding.startsWith('utf-')) return false
  const { whole, broken } = utf8Evidence(head)
  return whole > 0 && broken === 0
}

/** What Western text of few words is taken for. */
const mayBeWestern: ReadonlySet<string> = new Set(['windows-1252', 'windows-1250', 'iso-8859-2', 'macintosh'])

type Detected = FoundEncoding & {
  readonly guessed: boolean
  /** It is said to be something else than it looks like. */
  readonly doubtful: boolean
}

/** Finds an encoding, of text that is neither UTF-8 nor UTF-16 by how often its characters follow one another in languages. */
export const detectEncoding = async (head: Uint8Array, wanted: Dialect['encoding'] | undefined): Promise<Detected> => {
  const found = findEncoding(head, wanted)
  if (wanted !== undefined || found.encoding !== 'windows-1252')
    return { ...found, guessed: false, doubtful: isDoubtful(head, found) }
  // Its models take a while to load, and few files need them.
  const { detect } = await import('jschardet')
  const telling = tellingLines(head)
  const { encoding: name } = detect(telling)
  const guess = (name === null ? undefined : knownName(name)) ?? 'windows-1252'
  const encoding = mayBeWestern.has(guess) ? westernEncoding(telling, guess) : guess
  return { encoding, markBytes: 0, by: 'letters', guessed: true, doubtful: false }
}
