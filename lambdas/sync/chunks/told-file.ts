import { Fault } from '#core/fault.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { BuiltRecord } from '#core/records/built-record.ts'
import { saysSame } from '../derived-records.ts'
import type { RecordIdOf } from '../record-numbers.ts'
import type { ToldRecord, ToldRow } from '../tell-row.ts'
import { linesOf, lineWriter } from './lines.ts'

/** To be raised whenever the lines below mean something else than before. */
export const toldFormat = 1

/** What became of a record of a piece: a row, one that could not be cut, or the end of the file. */
export type ToldEvent =
  | ToldRow
  | { readonly kind: 'bad-row'; readonly row: number; readonly issue: Issue }
  | { readonly kind: 'refused'; readonly issue: Issue }

type RecordRow = Extract<ToldRow, { readonly kind: 'record' }>
type Mention = ToldRecord['mentions'][number]

/** A row in few characters: there may be a million of them. Its own properties follow in a line of their own, if they are told. */
type RecordLine = readonly [
  row: number,
  key: string,
  record: Omit<ToldRecord, 'mentions'>,
  /** Numbers of mentions and of derived records among those that came before. */
  mentions: readonly number[],
  derived: readonly number[],
  marks: RecordRow['marks'],
  due: string | null,
  issues: readonly Issue[],
  own: string,
  embed: string,
]

type Line =
  | RecordLine
  | Exclude<ToldEvent, RecordRow>
  | { readonly kind: 'mention'; readonly mention: Mention }
  | { readonly kind: 'derived'; readonly derived: BuiltRecord }
  | { readonly kind: 'end' }

/** Numbers mentions, which come again and again; `tell` is called with what is new. */
const mentionNumbers = (tell: (mention: Mention) => void) => {
  const numbers = new Map<string, number>()
  return (mention: Mention): number => {
    const name = `${mention.role} ${mention.model} ${mention.key}`
    const known = numbers.get(name)
    if (known !== undefined) return known
    tell(mention)
    numbers.set(name, numbers.size)
    return numbers.size - 1
  }
}

/** The same for derived records, which may say something else under the same key. */
const derivedNumbers = (tell: (record: BuiltRecord) => void) => {
  const last = new Map<string, { readonly record: BuiltRecord; readonly number: number }>()
  let count = 0
  return (record: BuiltRecord): number => {
    const name = `${record.model} ${record.key}`
    const before = last.get(name)
    if (before?.record.remoteId === record.remoteId && saysSame(before.record.own, record.own)) return before.number
    tell(record)
    last.set(name, { record, number: count })
    count += 1
    return count - 1
  }
}

/** Spells out what the rows of a piece say, a line each, with the ids that they come to. */
export const toldWriter = (idOf: RecordIdOf) => {
  const { add: addLine, bytes } = lineWriter()
  const write = (line: Line): void => addLine(JSON.stringify(line))
  const mentioned = mentionNumbers(({ role, model, key }) =>
    write({ kind: 'mention', mention: { role, model, key, id: idOf({ model, key }) } }),
  )
  const derive = derivedNumbers((derived) => write({ kind: 'derived', derived }))

  const add = (event: ToldEvent): void => {
    if (event.kind !== 'record') {
      write(event)
      return
    }
    const { row, key, due, issues, marks, told } = event
    const { mentions, ...record } = event.record
    const { model, remoteId, day } = record
    const called = { model, key: record.key, remoteId, day, id: idOf(record) }
    const said = record.due === undefined ? called : { ...called, due: record.due }
    const hashes = [told?.own ?? '', told?.embed ?? ''] as const
    write([row, key, said, mentions.map(mentioned), event.derived.map(derive), marks, due, issues, ...hashes])
    if (told) addLine(told.json)
  }

  return {
    add,
    bytes: (): Uint8Array => {
      write({ kind: 'end' })
      return bytes()
    },
  }
}

const lineOf = (text: string): Line => JSON.parse(text)

/** Those with these numbers. There may be a dozen for each of a million rows, so nothing is made for each of them. */
const among = <Each>(all: readonly Each[], numbers: readonly number[]): readonly Each[] => {
  const found: Each[] = []
  for (const number of numbers) {
    const each = all[number]
    if (each !== undefined) found.push(each)
  }
  return found
}

const isRecord = (line: Line): line is RecordLine => Array.isArray(line)

/** Makes events of lines; `undefined` where a line makes none by itself. */
const toldReader = () => {
  const mentioned: Mention[] = []
  const derivable: BuiltRecord[] = []
  let begun: RecordLine | undefined
  let ended = false

  const recordOf = (line: RecordLine, json: string | undefined): RecordRow => {
    const [row, key, record, mentions, derived, marks, due, issues, own, embed] = line
    const said = { ...record, mentions: among(mentioned, mentions) }
    const told = json === undefined ? {} : { told: { own, embed, json } }
    return { kind: 'record', row, key, due, issues, marks, record: said, derived: among(derivable, derived), ...told }
  }

  const read = (text: string): ToldEvent | undefined => {
    if (begun) {
      const told = recordOf(begun, text)
      begun = undefined
      return told
    }
    const line = lineOf(text)
    if (isRecord(line)) {
      if (line[8] === '') return recordOf(line, undefined)
      begun = line
    } else if (line.kind === 'mention') mentioned.push(line.mention)
    else if (line.kind === 'derived') derivable.push(line.derived)
    else if (line.kind === 'end') ended = true
    else return line
    return undefined
  }
  return { read, hasEnded: () => ended }
}

/** What was spelled out, in order and some at a time. Throws `CHUNK_UNREADABLE` where its end is missing. */
export async function* readTold(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ToldEvent[]> {
  const { read, hasEnded } = toldReader()
  for await (const lines of linesOf(bytes)) {
    const events: ToldEvent[] = []
    for (const line of lines) {
      const event = read(line)
      if (event) events.push(event)
    }
    yield events
  }
  if (!hasEnded()) throw new Fault('CHUNK_UNREADABLE', 'what was told of a piece ends too soon')
}
