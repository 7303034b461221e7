import { describe, expect, it } from 'vitest'
import { maxRecordBytes } from '../../lambdas/reading/parse-records.ts'
import { readTable } from '../../lambdas/reading/read-table.ts'
import { sampleTable } from '../../lambdas/reading/sample-table.ts'
import { cellsOf, chunked, codes, collect, readAll } from './read-all.ts'

describe('reading a table', () => {
  it('yields rows with their spreadsheet numbers, blank rows counted but left out', async () => {
    const read = await readAll('id,name\n1,Ann\n\n , \n2,"Bob\nB."\n3,Cy')
    expect(read.header).toEqual(['id', 'name'])
    expect(read.rows).toEqual([
      { row: 2, cells: ['1', 'Ann'] },
      { row: 5, cells: ['2', 'Bob\nB.'] },
      { row: 6, cells: ['3', 'Cy'] },
    ])
    expect(read.issues).toEqual([])
  })

  it.each([
    ['line feeds', '\n'],
    ['carriage return and line feed', '\r\n'],
    ['lone carriage returns', '\r'],
  ])('reads rows that end with %s', async (_, end) => {
    const read = await readAll(['id;name', '007;"Ann ""A"""', '8; Bob '].join(end) + end)
    expect(cellsOf(read)).toEqual([
      ['007', 'Ann "A"'],
      ['8', ' Bob '],
    ])
  })

  it.each([',', ';', '\t', '|'] as const)(
    'finds the delimiter %j, also where others stand in cells',
    async (delimiter) => {
      const others = [',', ';', '\t', '|'].filter((other) => other !== delimiter).join('')
      const rows = [
        ['id', 'name', 'note'],
        ['1', 'Ann', `"a${others}${others}b"`],
        ['2', 'Bob', `"${delimiter}"`],
        ['3', 'Cy', '1,5'],
      ]
      const text = rows
        .map((cells) => cells.map((cell) => (cell === '1,5' && delimiter === ',' ? '1.5' : cell)).join(delimiter))
        .join('\n')
      const read = await readAll(text)
      expect(read.dialect?.delimiter).toBe(delimiter)
      expect(read.header).toHaveLength(3)
      expect(read.rows).toHaveLength(3)
    },
  )

  it('prefers the semicolon where decimal commas and names would fit a comma too', async () => {
    const read = await readAll('Nr;Name, Vorname;Stunden\n1;Maier, Anna;38,5\n2;Huber, Jan;20,0\n')
    expect(read.dialect?.delimiter).toBe(';')
    expect(cellsOf(read)[0]).toEqual(['1', 'Maier, Anna', '38,5'])
  })

  it('takes what is known about the file over what it would find', async () => {
    const read = await readAll('Report of May\nid;name\n1;a,b\n', { dialect: { delimiter: ';', headerRow: 2 } })
    expect(read.header).toEqual(['id', 'name'])
    expect(read.rows).toEqual([{ row: 3, cells: ['1', 'a,b'] }])
  })

  it('can be read twice, each time from the start', async () => {
    const table = await readTable(chunked(new TextEncoder().encode('id,n\n1,a\n')), { name: 'x.csv' })
    expect(table.kind).toBe('table')
    if (table.kind !== 'table') return
    const passes = [await collect(table.events), await collect(table.events)]
    expect(passes[0]).toEqual(passes[1])
    expect(passes[0]).toHaveLength(1)
  })

  it('drops empty cells behind the last column, and columns without name and contents', async () => {
    const read = await readAll('id;name;;\n1;Ann;;\n2;Bob;\n')
    expect(read.header).toEqual(['id', 'name'])
    expect(cellsOf(read)).toEqual([
      ['1', 'Ann'],
      ['2', 'Bob'],
    ])
    expect(read.issues).toEqual([])
  })

  it('names columns so that each has a name of its own, and says which were alike', async () => {
    const read = await readAll('id, Name ,Name,,Name (2),__proto__,"Two\nlines"\n1,a,b,c,d,e,f\n')
    expect(read.header).toEqual(['id', 'Name', 'Name (2)', 'column 4', 'Name (2) (2)', '__proto__', 'Two lines'])
    expect(codes(read)).toEqual(['HEADER_DUPLICATE', 'HEADER_DUPLICATE'])
    expect(read.issues[0]).toMatchObject({ severity: 'warning', column: 'Name', rows: [1] })
    expect(cellsOf(read)).toEqual([['1', 'a', 'b', 'c', 'd', 'e', 'f']])
  })

  it('accepts that every row leaves out the same last cells, and says so once', async () => {
    const read = await readAll('id,name,user,domain\n1,Ann\n2,Bob\n')
    expect(codes(read)).toEqual(['ROWS_PADDED'])
    expect(read.issues[0]?.message).toContain('user, domain')
    expect(cellsOf(read)).toEqual([
      ['1', 'Ann', '', ''],
      ['2', 'Bob', '', ''],
    ])
  })

  it.each([
    ['blank rows', '\n', 140_000, 0],
    ['rows of one character', '7\n', 70_000, 70_000],
    ['rows with a stray quote', '"7"7\n', 5_000, 0],
  ])('copes with very many %s', async (_, row, times, count) => {
    const read = await readAll(`id\n${row.repeat(times)}`)
    expect(read.rows).toHaveLength(count)
  })

  it('does not take short column names for values', async () => {
    expect((await readAll('No,On,Ja,2024\n1,2,3,4\n')).header).toEqual(['No', 'On', 'Ja', '2024'])
  })

  it('stamps the dataset on every issue', async () => {
    const read = await readAll('id,name,id\n1,a,b\n2\n', { dataset: 'absences' })
    expect(read.issues.map(({ dataset }) => dataset)).toEqual(['absences', 'absences'])
  })

  it('closes the file when the reader has seen enough', async () => {
    let closed = 0
    const open = async function* () {
      try {
        yield new TextEncoder().encode('id,name\n')
        for (let i = 0; ; i += 1) yield new TextEncoder().encode(`${i},${'x'.repeat(1000)}\n`)
      } finally {
        closed += 1
      }
    }
    const sample = await sampleTable(open, { name: 'x.csv' }, 5)
    expect(sample.kind === 'sample' && sample.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6])
    expect(closed).toBe(2)
  })
})

const header = 'id,name,note\n'
const bigCell = 'x'.repeat(1024 * 1024)

describe('a row that cannot be used', () => {
  it.each([
    ['a stray quote', '2,"B"ob,x\n', 'QUOTE_MISPLACED'],
    ['a quote that closes in a later cell', '2,"Bob,"x"\n', 'QUOTE_MISPLACED'],
    ['too few cells', '2,Bob\n', 'ROW_TOO_SHORT'],
    ['too many cells', '2,Bob,x,y\n', 'ROW_TOO_LONG'],
  ])('is left out for %s, and the others are read', async (_, bad, code) => {
    const read = await readAll(`${header}1,Ann,a\n${bad}3,Cy,c\n`)
    expect(codes(read)).toEqual([code])
    expect(read.issues[0]).toMatchObject({ severity: 'error', rows: [3], count: 1 })
    expect(read.rows.map(({ row }) => row)).toEqual([2, 4])
    expect(read.refused).toBe(false)
  })

  it('never repeats what stands in it', async () => {
    const read = await readAll(`${header}1,"Secret"Name,a\n2,Bob,"Geheim"nis\n`)
    expect(JSON.stringify(read.issues)).not.toMatch(/Secret|Name|Geheim|nis/)
  })

  it('is the only one lost among hundreds', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => (i % 100 === 50 ? `${i},"a"b,c` : `${i},"n, ${i}",c`))
    const read = await readAll(`${header}${rows.join('\r\n')}\r\n`)
    expect(read.rows).toHaveLength(693)
    expect(read.issues.map(({ rows: [row] }) => row)).toEqual([52, 152, 252, 352, 452, 552, 652])
  })

  it('may hold a megabyte in one cell', async () => {
    const read = await readAll(`${header}1,Ann,${bigCell}\n2,Bob,"${bigCell}"\n3,Cy,c\n`)
    expect(read.rows.map(({ cells }) => cells[2]?.length)).toEqual([bigCell.length, bigCell.length, 1])
    expect(read.issues).toEqual([])
  })
})

describe('the row of the column names', () => {
  const table = 'Nr,Name,City\n1,Ann,Rome\n2,Bob,Oslo\n'
  it.each([
    ['a title', 'Staff of Example Ltd.\n', 2],
    ['a title and a blank row', 'Staff,,\n,,\n', 3],
    ['what the export was asked for', 'Report;Staff\nDate:,2026-01-31\n\n', 4],
    ['names of groups of columns', ',Person,\n', 2],
  ])('is found below %s', async (_, above, row) => {
    const read = await readAll(above + table)
    expect(read.dialect?.headerRow).toBe(row)
    expect(read.header).toEqual(['Nr', 'Name', 'City'])
    expect(cellsOf(read)).toEqual([
      ['1', 'Ann', 'Rome'],
      ['2', 'Bob', 'Oslo'],
    ])
    expect(read.issues.map(({ code, rows }) => [code, rows])).toEqual([['HEADER_FOUND', [row]]])
  })

  it('is the first one where nothing is above it, however sparse the rows are', async () => {
    const read = await readAll('Nr,Name,City,Phone\n1,,,\n2,,,\n3,Ann,,\n')
    expect(read).toMatchObject({ header: ['Nr', 'Name', 'City', 'Phone'], issues: [] })
  })
})

describe('a file that is refused', () => {
  const binary = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)
  const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

  it.each([
    ['no bytes', '', 'FILE_EMPTY', /empty/],
    ['nothing but a byte order mark', '\ufeff', 'FILE_EMPTY', /empty/],
    ['nothing but blank lines', '\r\n \r\n', 'FILE_EMPTY', /empty/],
    ['bytes that are no text', binary, 'FILE_BINARY', /no readable text/],
    ['a gzip archive', bytesOf('\x1f\x8b\x08\x00\x00'), 'FORMAT_NOT_SUPPORTED', /compressed/],
    ['an armoured PGP message', '-----BEGIN PGP MESSAGE-----\n', 'FORMAT_NOT_SUPPORTED', /encrypted/],
    ['XML', '<?xml version="1.0"?><a/>', 'FORMAT_NOT_SUPPORTED', /XML/],
    [
      '5,000 columns',
      Array.from({ length: 5000 }, (_, i) => `column_name_number_${i}_of_many`).join(','),
      'TOO_MANY_COLUMNS',
      /2000/,
    ],
    ['a quote in the header that never closes', 'id,"name\n1,a\n2,b\n', 'QUOTE_NOT_CLOSED', /row 1/],
    ['text without any line end', 'x'.repeat(300_000), 'HEADER_MISSING', /too long/],
  ])('holds %s', async (_, file, code, words) => {
    const read = await readAll(file)
    expect(read.refused).toBe(true)
    expect(codes(read)).toEqual([code])
    expect(read.issues[0]?.message).toMatch(words)
    expect(read.issues[0]?.fix).toMatch(/\w{4}/)
  })

  it('is told by its name what it is when its bytes say nothing', async () => {
    const read = await readAll(binary, { name: 'employees.XLSX' })
    expect(read.issues[0]?.message).toMatch(/workbook/)
  })

  it.each([
    ['an e-mail address', '1,a@example.com,true\n2,b@example.com,false\n', /e-mail/],
    ['a date', '7,Ann,01.02.2020\n', /date/],
    ['numbers', '7,8,9\n1,2,3\n', /numbers/],
  ])('has lost its column names, by a first row with %s', async (_, file, words) => {
    const lost = await readAll(file, { dialect: { delimiter: ',' } })
    expect(codes(lost)).toEqual(['HEADER_MISSING'])
    expect(lost.issues[0]?.message).toMatch(words)
    const unknown = await readAll(file)
    expect(unknown).toMatchObject({ refused: false, header: ['column 1', 'column 2', 'column 3'] })
    expect(unknown.dialect?.headerRow).toBe(0)
    expect(unknown.rows[0]?.row).toBe(1)
    expect(codes(unknown)).toEqual(['HEADER_ABSENT'])
    expect(codes(await readAll(file, { dialect: { headerRow: 0 } }))).toEqual([])
  })

  it.each([
    ['between cells', '3,C'],
    ['inside quotes', '3,Cy,"half a no'],
    ['inside a character', Uint8Array.of(0x33, 0x2c, 0x43, 0x2c, 0xc3)],
  ])('ends in the middle of a row: %s', async (_, tail) => {
    const encoder = new TextEncoder()
    const start = encoder.encode(`${header}1,Ann,é\n2,Bob,b\n`)
    const read = await readAll(Uint8Array.from([...start, ...(typeof tail === 'string' ? encoder.encode(tail) : tail)]))
    expect(read.refused).toBe(true)
    expect(codes(read)).toEqual(['FILE_CUT_SHORT'])
    expect(read.issues[0]?.message).toContain('row 4')
  })

  it('names the row whose quote never closes', async () => {
    const read = await readAll(`${header}1,Ann,a\n2,"Bob,b\n3,Cy,c\n4,Di,d\n`)
    expect(codes(read)).toEqual(['QUOTE_NOT_CLOSED'])
    expect(read.issues[0]?.message).toContain('row 3')
  })

  it('has a header but no rows: that is only a warning', async () => {
    const read = await readAll('id,name\n')
    expect(read.refused).toBe(false)
    expect(read.issues[0]).toMatchObject({ code: 'NO_ROWS', severity: 'warning' })
  })

  it('has an empty row where the mapping expects the column names', async () => {
    const read = await readAll('\nid,name\n1,Ann\n', { dialect: { headerRow: 1 } })
    expect(read.issues[0]).toMatchObject({ code: 'HEADER_MISSING', rows: [1] })
  })

  it('has fewer rows than its header row needs', async () => {
    expect(codes(await readAll('a,b\n', { dialect: { headerRow: 5 } }))).toEqual(['HEADER_MISSING'])
  })
})

describe('a record of many megabytes', () => {
  const streamed = (line: string, times: number) =>
    async function* () {
      yield new TextEncoder().encode(`${header}1,Ann,a\n2,"Bob,`)
      const chunk = new TextEncoder().encode(line.repeat(Math.ceil(65_536 / line.length)))
      for (let i = 0; i < times; i += 1) yield chunk
    }

  it('is given up after a bounded number of bytes', async () => {
    let taken = 0
    const source = streamed('x,y,z\n', 800)
    const open = async function* () {
      for await (const chunk of source()) {
        taken += chunk.length
        yield chunk
      }
    }
    const table = await readTable(open, { name: 'x.csv' })
    const before = taken
    const events = table.kind === 'table' ? await collect(table.events) : []
    expect(events.map(({ kind }) => kind)).toEqual(['rows', 'refused'])
    expect(events.at(-1)).toMatchObject({ issue: { code: 'QUOTE_NOT_CLOSED', rows: [3] } })
    expect(taken - before).toBeLessThan(maxRecordBytes + 3 * 65_536)
  })

  it('is called too long when no quote is to blame', async () => {
    const read = await readAll(`${header}1,Ann,a\n2,Bob,${'x'.repeat(maxRecordBytes)}\n3,Cy,c\n`)
    expect(read.rows).toHaveLength(1)
    expect(codes(read)).toEqual(['RECORD_TOO_LONG'])
  })

  it('is refused alike however its bytes arrive', async () => {
    const bytes = new TextEncoder().encode(`${header}1,"${'y\n'.repeat(maxRecordBytes / 2)}",b\n2,Bob,c\n`)
    const whole = await readAll(bytes)
    const cut = await readAll(bytes, {}, [10, 100_000, 2_000_000])
    expect(codes(whole)).toEqual(['QUOTE_NOT_CLOSED'])
    expect(cut).toEqual(whole)
  })
})
