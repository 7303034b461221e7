import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { readFile } from '../../decode/read-file.ts'
import { hostileText, mutated } from '../hostile.ts'
import { hold, target } from '../target.ts'

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.oneof(hostileText(3), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(hostileText(2), tie('json'), { maxKeys: 4 }),
  ),
}))
const record = fc.dictionary(fc.oneof(fc.constantFrom('id', 'name', 'a.b'), hostileText(2)), json, { maxKeys: 5 })
const records = fc.array(record, { maxLength: 6 })

const texts = fc
  .oneof(
    records.map((list) => JSON.stringify(list)),
    records.map((list) => JSON.stringify({ Report_Entry: list })),
    records.map((list) => list.map((each) => JSON.stringify(each)).join('\n')),
    json.map((value) => `[${JSON.stringify(value)}`),
    fc.tuple(fc.constantFrom('[', '{"a":', '[{"a":'), fc.nat(3_000)).map(([piece, times]) => piece.repeat(times)),
  )
  .map((text) => new TextEncoder().encode(text))

export const jsonTarget = target(
  'json',
  fc.record({ bytes: fc.oneof(texts, mutated(texts)), pieceBytes: fc.integer({ min: 1, max: 300 }) }),
  async ({ bytes, pieceBytes }) => {
    const once = await readFile(bytes)
    hold(isDeepStrictEqual(await readFile(bytes, {}, pieceBytes), once), 'the pieces in which bytes arrive matter')
    hold(!once.refused || once.issues.length > 0, 'refused without a reason')
    hold(
      Object.values(once.rows).every((cells) => cells.length === once.header.length),
      'a row of another width than the header',
    )
  },
)
