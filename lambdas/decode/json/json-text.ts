import type { Dataset } from '#core/files/datasets.ts'
import type { Opened, Wish } from '../../reading/chunks.ts'
import { UnreadableFile } from '../../reading/unreadable-file.ts'
import { bounded } from '../bounded.ts'
import type { Bytes } from '../bytes.ts'
import { csvWriter } from '../csv-writer.ts'
import { jsonUnreadable, noRecords } from '../refusals.ts'
import { findRecords } from './find-records.ts'
import { type Shape, shapeOf, shapeWalker } from './shape.ts'
import { jsonTokens } from './tokens.ts'

/** What the reader takes as one row. */
const longestRecord = 2 * 1024 * 1024

/** The column of each place in a record. Places that are called alike share one: lists and what stands in them do. */
const columnsOf = (record: Shape) => {
  const names: string[] = []
  const byName = new Map<string, number>()
  const numbers = new Map<Shape, number>()
  const visit = (at: Shape, name: string): void => {
    if (at.hasValue) {
      const number = byName.get(name) ?? names.push(name) - 1
      byName.set(name, number)
      numbers.set(at, number)
    }
    for (const [key, inner] of at.fields) visit(inner, name === '' ? key : `${name}.${key}`)
    if (at.items) visit(at.items, name)
  }
  visit(record, '')
  return { names, numbers }
}

/** Several values in one place stand in one cell. */
const separator = '; '

/** Gathers the cells of one record after the other. */
const recordCells = (numbers: ReadonlyMap<Shape, number>, width: number) => {
  let cells = Array<string | undefined>(width).fill(undefined)
  let characters = 0
  return {
    add: (at: Shape, text: string): void => {
      const column = numbers.get(at)
      if (column === undefined) return
      characters += text.length
      if (characters > longestRecord) throw new UnreadableFile(jsonUnreadable())
      const before = cells[column]
      cells[column] = before === undefined ? text : before + separator + text
    },
    take: (): readonly (string | undefined)[] => {
      const taken = cells
      cells = Array<string | undefined>(width).fill(undefined)
      characters = 0
      return taken
    },
  }
}

type Columns = ReturnType<typeof columnsOf>

const asCsv = (root: Shape, record: Shape, { names, numbers }: Columns) =>
  async function* (bytes: Bytes): AsyncGenerator<Uint8Array> {
    const lines = csvWriter()
    const cells = recordCells(numbers, names.length)
    let depth = 0
    const take = shapeWalker(root, {
      enter: (at) => {
        if (at === record || depth > 0) depth += 1
      },
      leave: (at) => {
        if (depth > 0) depth -= 1
        if (at === record && depth === 0) lines.add(cells.take())
      },
      value: (at, text) => {
        if (depth > 0) cells.add(at, text)
      },
    })
    lines.add(names)
    for await (const tokens of jsonTokens(bytes))
      for (const token of tokens) {
        take(token)
        if (lines.isFull()) yield lines.take()
      }
    yield lines.take()
  }

/**
 * Reads JSON as lines of CSV: the first holds the names of the columns, each further one a record. `open` is called twice, the first
 * time to learn what the records are: they need not all have the same keys. What was learnt is kept for the next time.
 */
export const jsonReader = (open: () => Promise<Bytes>, dataset: Dataset | null, limit: number) => {
  let learnt: Promise<Shape> | undefined
  return async ({ records }: Wish): Promise<Opened> => {
    learnt ??= open().then((bytes) => shapeOf(jsonTokens(bytes)))
    const root = await learnt
    const { at, path, by, tables, issues } = findRecords(root, records, dataset)
    const columns = columnsOf(at)
    if (columns.names.length === 0) throw new UnreadableFile(noRecords())
    const text = bounded(asCsv(root, at, columns), limit)(await open())
    const evidence = { part: 'records', by } as const
    const made = { dialect: { records: path }, firstRow: 0 as const, evidence, tables }
    return Object.assign(text, { made: { ...made, issues } })
  }
}
