import { getManyValues, isMany } from 'stream-chain/defs.js'
import { jsonParser, type Token } from 'stream-json/core/parser.js'
import { evenChunks } from '../../reading/chunks.ts'
import { asUtf8, findEncoding } from '../../reading/encoding.ts'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { type Bytes, peek } from '../bytes.ts'
import { cutShort, jsonUnreadable } from '../refusals.ts'
import { tellingBytes } from '../wrapping.ts'

const chunkBytes = 64 * 1024

/** What a record may have in the reader as well. */
const longestValue = 2 * 1024 * 1024

async function* textOf(bytes: Bytes): AsyncGenerator<string> {
  const { head, all } = await peek(bytes, tellingBytes)
  const encoding = findEncoding(head, undefined)
  // A byte order mark is skipped by the decoder.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new UnreadableFile(jsonUnreadable())
    }
  }
  // What is found first must not depend on how bytes arrive.
  for await (const chunk of asUtf8(evenChunks(all, chunkBytes, 0), encoding)) yield decode(chunk)
  yield decode()
}

const depthAfter = (depth: number, tokens: readonly Token[]): number => {
  let now = depth
  for (const { name } of tokens)
    if (name === 'startObject' || name === 'startArray') now += 1
    else if (name === 'endObject' || name === 'endArray') now -= 1
  return now
}

/** The tokens of JSON texts that stand one behind another, several at a time. Numbers are as they were written. */
export async function* jsonTokens(bytes: Bytes): AsyncGenerator<readonly Token[]> {
  const parse = jsonParser({ packValues: true, streamValues: false, jsonStreaming: true })
  const tokensOf = (text: string): readonly Token[] => {
    try {
      const found = parse(text)
      return isMany(found) ? getManyValues(found) : []
    } catch {
      // The error of the library may quote a value.
      throw new UnreadableFile(jsonUnreadable())
    }
  }
  let silent = 0
  let depth = 0
  for await (const text of textOf(bytes)) {
    const tokens = tokensOf(text)
    depth = depthAfter(depth, tokens)
    silent = tokens.length > 0 ? 0 : silent + text.length
    if (silent > longestValue) throw new UnreadableFile(jsonUnreadable())
    yield tokens
  }
  if (depth > 0) throw new UnreadableFile(cutShort())
  yield tokensOf('\n')
}
