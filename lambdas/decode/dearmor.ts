import { UnreadableFile } from '../reading/unreadable-file.ts'
import type { Bytes } from './bytes.ts'
import { cutShort, undecryptable } from './refusals.ts'

/** Writers break after 64 or 76 characters; headers may be longer. */
const longestLine = 10_000

/** Lines as they come, several at a time. */
async function* linesOf(bytes: Bytes): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > longestLine) throw new UnreadableFile(undecryptable())
    yield lines.map((line) => line.trimEnd())
  }
  yield [rest.trimEnd()]
}

/** Takes the lines of an armoured message one after the other. */
const armourReader = () => {
  let part: 'before' | 'headers' | 'contents' | 'behind' = 'before'
  let base64 = ''

  const take = (line: string): void => {
    if (part === 'behind') return
    if (line === '-----END PGP MESSAGE-----') part = 'behind'
    else if (part === 'before') part = line.endsWith('-----BEGIN PGP MESSAGE-----') ? 'headers' : part
    else if (part === 'headers') part = line === '' ? 'contents' : part
    else if (/^[A-Za-z0-9+/]+={0,2}$/.test(line)) base64 += line
    else if (!/^(?:=[A-Za-z0-9+/]{4})?$/.test(line)) throw new UnreadableFile(undecryptable())
  }

  return {
    take,
    part: () => part,
    /** What the lines so far hold, each byte once. */
    bytes: (): Uint8Array => {
      const whole = base64.length - (base64.length % 4)
      const bytes = Buffer.from(base64.slice(0, whole), 'base64')
      base64 = base64.slice(whole)
      return bytes
    },
  }
}

/**
 * The bytes in an armoured message (RFC 9580, 6.2). The library waits for ever for the end of a message whose last line is damaged;
 * the checksum is left out, since what is encrypted proves itself.
 */
export async function* dearmored(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const reader = armourReader()
  for await (const lines of linesOf(bytes)) {
    for (const line of lines) reader.take(line)
    yield reader.bytes()
  }
  if (reader.part() === 'before') throw new UnreadableFile(undecryptable())
  if (reader.part() !== 'behind') throw new UnreadableFile(cutShort())
}
