import type { KnownRowsEvent, TableEvent } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { RowMapper } from '#core/mapping/mapped-row.ts'
import type { LargeEvent } from './chunks/fan-out-port.ts'
import type { Gathered, gatherRows } from './gather-rows.ts'

export type Gathering = ReturnType<typeof gatherRows>
export type Refused = { readonly kind: 'refused'; readonly issue: Issue; readonly part?: string | undefined }

/** What was gathered, and why nothing of it may be applied, if so. */
export type Found = { readonly contents: Gathered; readonly refused?: Refused }

/** Gathers rows as they are read here. */
export const gatherRead = async (
  { addMapped, addKnown, addBad, finish }: Gathering,
  events: AsyncIterable<TableEvent | KnownRowsEvent>,
  map: RowMapper,
): Promise<Found> => {
  for await (const event of events) {
    if (event.kind === 'refused') return { contents: finish(), refused: event }
    if (event.kind === 'bad-row') addBad(event.issue)
    else if (event.kind === 'known')
      for (let i = 0; i < event.known.length; i += 1) addKnown(event.row + i, event.known[i] ?? 0)
    else for (const { row, cells, marks } of event.rows) addMapped(map(cells, row), marks)
  }
  return { contents: finish() }
}

export const lastRow = (event: Exclude<TableEvent, { readonly kind: 'refused' }> | KnownRowsEvent): number => {
  if (event.kind === 'rows') return event.rows.at(-1)?.row ?? 0
  return event.kind === 'known' ? event.row + event.known.length - 1 : event.row
}

/** The events of a table that has no more rows than that. */
export async function* upTo(
  rows: number,
  events: AsyncIterable<TableEvent | KnownRowsEvent>,
  refused: Refused,
): AsyncGenerator<TableEvent | KnownRowsEvent> {
  for await (const event of events) {
    if (event.kind !== 'refused' && lastRow(event) > rows) return yield refused
    yield event
  }
}

export async function* until<Event>(isOver: () => boolean, events: AsyncIterable<Event>): AsyncGenerator<Event> {
  if (isOver()) return
  for await (const event of events) {
    yield event
    if (isOver()) return
  }
}

/** Gathers rows that others have told. */
export const gatherTold = async (
  { addTold, addKnown, addBad, finish }: Gathering,
  pieces: AsyncIterable<Iterable<LargeEvent>>,
): Promise<Found> => {
  for await (const events of pieces)
    for (const event of events) {
      if (event.kind === 'refused') return { contents: finish(), refused: event }
      if (event.kind === 'bad-row') addBad(event.issue)
      else if (event.kind === 'known') for (let i = 0; i < event.count; i += 1) addKnown(event.row + i, event.index + i)
      else addTold(event)
    }
  return { contents: finish() }
}
