import { expect, it } from 'vitest'
import { cellMemory } from '../../lambdas/reading/cell-memory.ts'

const choice = { delimiter: ';', width: 3, columns: [0, 2] }
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('cells are parsed once, those in quotes too; empty ones never', () => {
  const recall = cellMemory(choice)
  const first = recall(bytesOf('1;"a;b";'))
  expect(first && [new TextDecoder().decode(first.rest), first.complete(['1', 'a;b'])]).toEqual([
    '1;"a;b";',
    ['1', '', 'a;b'],
  ])
  const second = recall(bytesOf('2;"a;b";'))
  expect(second && [new TextDecoder().decode(second.rest), second.complete(['2'])]).toEqual(['2;', ['2', '', 'a;b']])
  const third = recall(bytesOf('3;;'))
  expect(third && [new TextDecoder().decode(third.rest), third.complete(['3'])]).toEqual(['3;', ['3', '', '']])
})

it.each([';a;', ' ;a;', '"1";a;'])('a record that does not begin with plain text is parsed as it is: %s', (cells) => {
  expect(cellMemory(choice)(bytesOf(cells))).toBeUndefined()
})

it('more cells than it has places for are never taken for each other', () => {
  const recall = cellMemory(choice)
  const cells = Array.from({ length: 40_000 }, (_, i) => `cell ${i}`)
  const asked = cells.map((cell) => recall(bytesOf(`id;${cell};`)))
  // The last first: whoever asked before others for the same place answers after them.
  for (const [i, cell] of [...cells.entries()].reverse()) asked[i]?.complete(['id', cell])
  let known = 0
  for (const cell of cells.toReversed()) {
    const again = recall(bytesOf(`id;${cell};`))
    if (again?.rest.length !== 3) continue
    known += 1
    expect(again.complete(['id'])).toEqual(['id', '', cell])
  }
  expect(known).toBeGreaterThan(1_000)
})
