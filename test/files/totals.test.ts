import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalsLabel } from '#core/files/totals.ts'

const row = (line: string): readonly string[] => line.split(';')

describe('a row of totals', () => {
  it.each([
    ';Total;;120,5',
    'Total;;;3',
    "Summe:;;1'200.50",
    ';Zwischensumme;12',
    ';;Grand Total;€ 1.200,00',
    ';Total Sales;3',
    ';Vertrieb gesamt;3;4,5 %',
    ';Totaal;',
    'Total général;;12',
    'TOTAL;120 EUR',
    ';Somme;12',
    ';Totale generale;12',
    '*** Total ***;;12',
    ';Sous-total;1',
    ';Suma;12;Anzahl: 3',
    ';Anzahl Mitarbeiter: 120;',
  ])('is known by its label, and by having no id: %s', (line) => {
    expect(totalsLabel(row(line), [0])).toBeDefined()
  })

  it.each(['Total: 120', 'Anzahl Mitarbeiter: 120', 'Number of employees: 4'])(
    'may be a line of its own: %s',
    (line) => {
      expect(totalsLabel([line], [])).toBe(line)
    },
  )
})

describe('no row of totals', () => {
  it.each([
    ['a person called Total', '17;Total;120'],
    ['a person without an id', ';Ann;Total'],
    ['a job', ';Total Quality Manager;'],
    ['whatever has a date', ';Total;2020-01-31'],
    ['an id that begins like a label', 'TOTAL-001;5000'],
    ['an id with a number behind the word', 'Total 17;5'],
    ['a department', 'Gesamt;'],
    ['other words', ';Countess;5'],
    ['a name', ';Som Bunnag;'],
    ['an address', ';total;x@example.com'],
    ['numbers without a label', ';;5'],
    ['nothing at all', ';;'],
  ])('is %s: %s', (_what, line) => {
    expect(totalsLabel(row(line), [0])).toBeUndefined()
  })

  const id = fc.oneof(
    fc.stringMatching(/^[0-9]{1,9}$/),
    fc.stringMatching(/^[A-Za-z]{1,3}[-_ ]?[0-9]{1,6}$/),
    fc.uuid(),
    fc.emailAddress(),
  )
  const label = fc.constantFrom<string>('Total', 'Summe:', 'Totale', 'Total Sales', 'Anzahl: 3')
  const name = fc.stringMatching(/^[B-F][a-z]{2,8}$/)
  const amount = fc.constantFrom<string>('', '5', '1.200,50', '12 EUR')

  it('is anybody with an id, whatever else the row says', () => {
    fc.assert(
      fc.property(id, fc.array(fc.oneof(label, name, amount)), (key, rest) => {
        expect(totalsLabel([key, ...rest], [0])).toBeUndefined()
      }),
    )
  })

  it('is anybody who has a name, an address or a day, though no id', () => {
    const theirs = fc.oneof(name, fc.emailAddress(), fc.constantFrom('2020-01-31', '31.1.2020', '1/31/20'))
    fc.assert(
      fc.property(theirs, fc.array(fc.oneof(label, amount)), fc.nat(5), (said, rest, at) => {
        expect(totalsLabel(['', ...rest.toSpliced(at, 0, said)], [0])).toBeUndefined()
      }),
    )
  })
})
