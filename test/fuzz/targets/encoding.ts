import fc from 'fast-check'
import { delimiters, rareDelimiters } from '#core/mapping/dialect.ts'
import { findDelimiter } from '../../../lambdas/reading/delimiter.ts'
import { asUtf8, findEncoding } from '../../../lambdas/reading/encoding.ts'
import { cutAt, cutsOf, hostileText, mutated, streamOf } from '../hostile.ts'
import { hold, target } from '../target.ts'

const encodings = [
  (text: string) => Buffer.from(text, 'utf8'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
  (text: string) => Buffer.from(text, 'latin1'),
  (text: string) => Buffer.from(text, 'utf16le'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
] as const

export const encodedText: fc.Arbitrary<Uint8Array> = fc
  .tuple(hostileText(), fc.constantFrom(...encodings))
  .map(([text, encode]) => new Uint8Array(encode(text)))

const inputs = fc.record({
  bytes: fc.oneof(encodedText, mutated(encodedText), fc.uint8Array({ maxLength: 60 })),
  wanted: fc.constantFrom(
    undefined,
    'utf-8' as const,
    'windows-1252' as const,
    'utf-16le' as const,
    'utf-16be' as const,
    'windows-1250' as const,
    'iso-8859-7' as const,
    'shift_jis' as const,
    'gb18030' as const,
    'ibm850' as const,
  ),
  cuts: cutsOf,
})

const gathered = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> =>
  Buffer.concat(await Array.fromAsync(chunks))

export const encodingTarget = target('encoding', inputs, async ({ bytes, wanted, cuts }) => {
  const found = findEncoding(bytes, wanted)
  const body = bytes.subarray(found.markBytes)
  const text = await gathered(asUtf8(streamOf([body]), found))
  const again = await gathered(asUtf8(streamOf(cutAt(body, cuts)), found))
  hold(text.equals(again), 'the cuts of the stream matter')
  hold(text.length <= body.length * 3 + 3, 'the text grew out of proportion')
  const { delimiter } = await findDelimiter(text, '"')
  hold(
    [...delimiters, ...rareDelimiters].some((each) => each === delimiter),
    'no delimiter',
  )
})
