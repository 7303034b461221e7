import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { columns } from '../../bench/data/columns.ts'
import { cellsDigest } from '../../bench/digest.ts'
import { type ExportSpec, generate, recordsChanged } from '../../bench/generate.ts'

const textOf = async (spec: Partial<ExportSpec> = {}): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of generate({ rows: 2_000, seed: 1, edition: 'base', ...spec }, cellsDigest()))
    chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Line breaks inside cells are always followed by text that is no id. */
const recordsOf = (text: string): readonly string[] => text.trimEnd().split(/\n(?=P\d{7};)/)

const differing = (one: string, other: string): number => {
  const others = recordsOf(other)
  return recordsOf(one).filter((record, index) => record !== others[index]).length
}

describe('the generated export', () => {
  it('has the same bytes for everybody', async () => {
    const digest = createHash('sha256')
      .update(await textOf())
      .digest('hex')
    expect(digest).toBe('2af13fa9e9c5cdfd246dd50750e1502ce644cd94be6572b7a4fc5c8551339a46')
  })

  it('is another one for another seed', async () => {
    expect(await textOf({ seed: 2 })).not.toBe(await textOf())
  })

  it('begins with the same rows, however many follow', async () => {
    expect((await textOf()).startsWith(await textOf({ rows: 700 }))).toBe(true)
  })

  it('has 38 columns, umlauts, decimal commas, and a quoted line break in one row of twelve', async () => {
    const text = await textOf({ rows: 10_000 })
    const records = recordsOf(text).slice(1)
    expect(columns).toHaveLength(38)
    expect(records).toHaveLength(10_000)
    expect(text).toMatch(/[äöüß]/)
    expect(text).toMatch(/;\d+,\d\d;/)
    const broken = records.filter((record) => record.includes('\n')).length
    expect(broken / records.length).toBeCloseTo(0.08, 2)
  })

  it('differs on the next day in one row of a hundred', async () => {
    expect(differing(await textOf(), await textOf({ edition: 'onePercent' }))).toBe(20)
  })

  it('counts the reports of renamed managers among the records that change', () => {
    // One of the nine reports of row 37 is row 337, which changes by itself.
    expect(recordsChanged(2_000)).toBe(20 + 8)
  })

  it('differs in every row when a column does that tells of the export alone', async () => {
    expect(differing(await textOf(), await textOf({ edition: 'volatile' }))).toBe(2_000)
  })
})
