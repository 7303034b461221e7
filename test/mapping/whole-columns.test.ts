import { describe, expect, it } from 'vitest'
import { draftMapping } from '#core/mapping/draft.ts'
import { once } from '../../lambdas/reading/chunks.ts'
import { draftSample } from '../../lambdas/reading/draft-sample.ts'

const textOf = (dates: readonly string[], header = 'Employee ID,Hire Date') =>
  [header, ...dates.map((date, i) => `${1_000 + i},${date}`)].join('\n')

const drafted = async (text: string) => {
  const sample = await draftSample(() => once(new TextEncoder().encode(text)), { name: 'employees.csv' })
  if (sample.kind === 'refused') throw new Error('The file is refused.')
  const { mapping, proposals, issues } = draftMapping({ dataset: 'employees', ...sample })
  const source = Object.entries(mapping.fields).find(([field]) => /date$/.test(field))?.[1][0]
  return {
    format: source?.from === 'column' ? (source.dateFormat ?? 'ISO') : 'none',
    issues: issues.map(({ code, message }) => (code === 'DATE_AMBIGUOUS' ? `${code} ${message}` : code)).join(),
    date: proposals.find(({ field }) => field === 'start_date'),
  }
}

const unclear = Array<string>(1_500).fill('01/02/2020')

describe('the order of day and month', () => {
  it('is told by a row far behind the sample', async () => {
    const { format, issues, date } = await drafted(textOf([...unclear, '25/12/2020', ...unclear]))
    expect({ format, issues }).toEqual({ format: 'dd/MM/yyyy', issues: '' })
    expect(date).toMatchObject({ confidence: 0.95 })
    expect(date?.reason).toContain('as row 1502 tells')
  })

  it('is told by most of the column, whatever the sample says', async () => {
    const late = Array<string>(50).fill('12/25/2020')
    expect(await drafted(textOf(['13/01/2020', ...unclear, ...late]))).toMatchObject({
      format: 'MM/dd/yyyy',
      issues: '',
    })
  })

  it('is in doubt where no row tells, and that is said', async () => {
    const { format, issues, date } = await drafted(textOf(unclear))
    expect(format).toBe('MM/dd/yyyy')
    expect(issues).toContain('DATE_AMBIGUOUS In no row of the file')
    expect(date?.confidence).toBeLessThan(0.6)
    expect(date?.reason).toContain('no row tells')
  })

  it('is in doubt where rows say one and the other', async () => {
    const { issues, date } = await drafted(textOf([...unclear, '25/12/2020', '12/25/2020', '26/12/2020']))
    expect(issues).toContain('DATE_AMBIGUOUS Some dates')
    expect(date?.confidence).toBeLessThan(0.6)
  })

  it('is told for a column that the sample leaves empty', async () => {
    const text = textOf([...unclear.map(() => ''), '25.12.20'], 'Employee ID,Termination Date')
    expect(await drafted(text)).toMatchObject({ format: 'dd.MM.yy', issues: expect.not.stringContaining('DATE') })
  })

  it('is found in what can be read of a file that breaks off', async () => {
    expect(await drafted(textOf([...unclear, '25/12/2020', '"']))).toMatchObject({ format: 'dd/MM/yyyy' })
  })
})

it.each([
  [['98/12/31', '20/05/31'], 'yy/MM/dd'],
  [['2020-01-31', '31.12.2020', '30.12.2020'], 'dd.MM.yyyy'],
  [['44196', '31/12/2020', '30/12/2020'], 'dd/MM/yyyy'],
  [['31-Dec-2020', '01-JAN-2021'], 'ISO'],
  [['20101112', '20201231'], 'ISO'],
  [['11122010', '31122020'], 'ddMMyyyy'],
])('dates as %j are read as %s', async (dates, format) => {
  expect(await drafted(textOf(dates))).toMatchObject({ format, issues: '' })
})
