import type { Dataset } from '#core/files/datasets.ts'
import type { KnownRowsEvent, TableEvent } from '#core/files/table.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { type Turn, turnOf, turnOfFormat } from '#core/values/date-turn.ts'
import { columnIndex } from './columns.ts'
import type { Mapping } from './mapping.ts'

type Watched = {
  readonly column: string
  readonly index: number
  readonly format: string
  readonly turn: Turn
  right: number
  turned: number
  firstTurned: number
}

/** The columns whose dates could be read the other way round. */
const watchedColumns = ({ fields }: Mapping, header: readonly string[]): readonly Watched[] => {
  const columns = new Map<number, Watched>()
  for (const source of Object.values(fields).flat()) {
    if (source.from !== 'column' || source.dateFormat === undefined) continue
    const { column, dateFormat: format } = source
    const [index, turn] = [columnIndex(header, column), turnOfFormat(format)]
    if (index >= 0 && turn) columns.set(index, { column, index, format, turn, right: 0, turned: 0, firstTurned: 0 })
  }
  return [...columns.values()]
}

const orderChanged = (dataset: Dataset, { column, format, turned, firstTurned }: Watched): Issue =>
  issue('DATE_ORDER_CHANGED', {
    ...say('dateOrderChanged', { format, count: turned, row: firstTurned }),
    dataset,
    rows: [firstTurned],
    column,
  })

type Event = TableEvent | KnownRowsEvent

/**
 * The same events; at their end a file is refused whose dates have day and month the other way round than its mapping says. Else those
 * of them that could be read either way would be turned round in silence. Rows that are known are as they were.
 */
export async function* inDateOrder(
  events: AsyncIterable<Event>,
  mapping: Mapping,
  header: readonly string[],
): AsyncGenerator<Event> {
  const columns = watchedColumns(mapping, header)
  if (columns.length === 0) return yield* events
  let known = 0
  for await (const event of events) {
    yield event
    if (event.kind === 'known') known += event.known.length
    if (event.kind !== 'rows') continue
    for (const { row, cells } of event.rows)
      for (const each of columns) {
        const turn = turnOf((cells[each.index] ?? '').trim())
        if (turn === undefined || turn === 'either') continue
        if (turn === each.turn) each.right += 1
        else {
          each.turned += 1
          each.firstTurned ||= row
        }
      }
  }
  const changed = columns.find(({ turned, right }) => turned > right + known)
  if (changed) yield { kind: 'refused', issue: orderChanged(mapping.dataset, changed) }
}
