import type { Dataset } from '#core/files/datasets.ts'
import { filler } from '#core/files/settled-table.ts'
import type { TableRow } from '#core/files/table.ts'
import { totalsLabel, withoutLastTotals } from '#core/files/totals.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { alternativesOf } from './claim-alternatives.ts'
import { withManagerFields } from './claim-managers.ts'
import { type Claim, findClaims, settleClaims, withRivals } from './claims.ts'
import { fieldsNotMapped } from './compile-issues.ts'
import { hasZonedDays } from './date-zones.ts'
import type { Dialect, PartialDialect } from './dialect.ts'
import { printedOnce } from './draft-blocks.ts'
import { chooseId, type IdChoice } from './draft-id.ts'
import { withParts } from './draft-parts.ts'
import { payConstants } from './draft-pay.ts'
import { withPhoneCountry } from './draft-phones.ts'
import { draftCurrent, rowsAssumed } from './draft-rows.ts'
import { unfitColumns } from './draft-unfit.ts'
import { targetFields } from './fields.ts'
import type { Habits } from './fit-column.ts'
import { dateHabits } from './guess-date-format.ts'
import { compactKey } from './header-words.ts'
import type { Mapping, Source } from './mapping.ts'
import type { Rows } from './rows.ts'
import { type LaterValues, type SampleColumn, sampleColumns } from './sample-column.ts'

type Proposal = {
  /** A field of `fields.ts`, or `remote_id` for the id. */
  readonly field: string
  readonly column: string
  /** 0 to 1 */
  readonly confidence: number
  readonly reason: string
}

export type Draft = {
  readonly mapping: Mapping
  readonly proposals: readonly Proposal[]
  /** Columns that no field is filled from. */
  readonly unmapped: readonly string[]
  readonly issues: readonly Issue[]
}

export type DraftInput = {
  readonly dataset: Dataset
  readonly header: readonly string[]
  /** Sample rows; without any, names alone decide. */
  readonly rows: readonly TableRow[]
  /** What the rows behind them tell, by the index of the column. */
  readonly later?: ReadonlyMap<number, LaterValues>
  readonly dialect: Dialect
}

const decimalComma = /^[-+]?\d+(?:\.\d{3})*,\d{1,2}$/
const decimalPoint = /^[-+]?\d+(?:,\d{3})*\.\d{1,2}$/

/** A file is written in one country: what one column leaves open, another may tell. A semicolon is at home where the comma is a decimal sign. */
const habitsOf = (columns: readonly SampleColumn[], { delimiter }: Dialect): Habits => {
  const european = delimiter === ';'
  const dated = columns.filter(({ values }) => /^\d/.test(values[0] ?? ''))
  const written = (shape: RegExp): boolean => columns.some(({ values }) => values.some((value) => shape.test(value)))
  const comma = written(decimalComma)
  const decimalIsTold = comma !== written(decimalPoint)
  return {
    dates: dateHabits(dated, delimiter === ',' ? 'monthFirst' : 'dayFirst'),
    decimal: (decimalIsTold ? comma : european) ? ',' : '.',
    decimalIsTold,
  }
}

const unitWords: Readonly<Record<string, RegExp>> = {
  DAYS: /day|tage|jours|giorni|dias|dagen/,
  HOURS: /hour|stunden|heures|^ore|horas|uren/,
}

/** Amounts, and the field for the unit that each is in. */
const unitFields: Readonly<Partial<Record<Dataset, Readonly<Record<string, string>>>>> = {
  absences: { amount: 'unit' },
  time_off_balances: { balance: 'balance_unit', used: 'used_unit' },
}

/** `Tage` as the name of an amount tells its unit. */
const unitsOfAmounts = (dataset: Dataset, claims: readonly Claim[]): Readonly<Record<string, Source[]>> =>
  Object.fromEntries(
    Object.entries(unitFields[dataset] ?? {}).flatMap(([amountField, unitField]): [string, Source[]][] => {
      const amount = claims.find(({ field }) => field === amountField)
      if (amount === undefined || claims.some(({ field }) => field === unitField)) return []
      const unit = Object.entries(unitWords).find(([, words]) => words.test(compactKey(amount.column.name)))?.[0]
      return unit === undefined ? [] : [[unitField, [{ from: 'constant', value: unit }]]]
    }),
  )

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100

const proposalOf = ({ field, column, confidence, fit }: Claim): Proposal => ({
  field,
  column: column.name,
  confidence: rounded(confidence),
  reason: `The column is called "${column.name}", and ${fit.reason}.`,
})

const alternativeConfidence = 0.6

const alternativeProposal = ({ field, column, confidence }: Claim): Proposal => ({
  field,
  column: column.name,
  confidence: rounded(confidence * alternativeConfidence),
  reason: `The column is called "${column.name}", and it fills in where the column before it is empty.`,
})

const dateAmbiguous = (dataset: Dataset, { column, fit }: Claim): readonly Issue[] =>
  fit.dateInDoubt === undefined
    ? []
    : [
        issue('DATE_AMBIGUOUS', {
          ...say(fit.dateInDoubt.doubt === 'mixed' ? 'datesMixed' : 'dateAmbiguous', {
            format: fit.dateInDoubt.format,
          }),
          dataset,
          column: column.name,
          example: column.values[0] ?? null,
        }),
      ]

const numberAmbiguous = (dataset: Dataset, { column, fit }: Claim): readonly Issue[] =>
  fit.numberInDoubt === undefined
    ? []
    : [issue('NUMBER_AMBIGUOUS', { ...say(fit.numberInDoubt), dataset, column: column.name })]

const dateZoned = (dataset: Dataset, { field, column }: Claim): readonly Issue[] =>
  targetFields[dataset][field]?.kind === 'date' && hasZonedDays(column)
    ? [issue('DATE_ZONED', { ...say('dateZoned'), dataset, column: column.name, example: column.values[0] ?? null })]
    : []

/** What the next file is expected to be like as well: JSON has no rows, and a workbook no delimiter. What letters told, fewer of them may not tell again. */
const keptDialect = ({ encoding, delimiter, quote, headerRow, sheet, records }: Dialect): PartialDialect => {
  if (records !== undefined) return { records }
  if (sheet !== undefined) return { headerRow, sheet }
  return {
    ...(encoding.startsWith('utf-') ? {} : { encoding }),
    delimiter,
    ...(quote === undefined ? {} : { quote }),
    headerRow,
  }
}

/** What the rows tell by themselves. */
const readSample = ({ dataset, header, later, dialect }: DraftInput, rows: readonly TableRow[]) => {
  const columns = sampleColumns(header, rows, later)
  const habits = habitsOf(columns, dialect)
  const found = findClaims(dataset, columns, habits)
  const claims = settleClaims(found)
  const id = chooseId({ dataset, columns, rows, claims })
  return { rows, columns, habits, found, claims, id }
}

/** The same, once the blank cells of blocks say what stands above them. */
const understand = (input: DraftInput) => {
  const rows = withoutLastTotals(input.rows.filter(({ cells }) => totalsLabel(cells, []) === undefined))
  const printed = readSample(input, rows)
  const once = input.dataset === 'employees' ? printedOnce({ ...printed, id: printed.id.columns }) : []
  if (once.length === 0) return { ...printed, fillDown: [] }
  const filled = rows.map(filler(once.map(({ index }) => index)))
  return { ...readSample(input, filled), fillDown: once.map(({ name }) => name) }
}

const idProposals = ({ columns, confidence, reason }: IdChoice): readonly Proposal[] =>
  columns.map(({ name }) => ({
    field: 'remote_id',
    column: name,
    confidence: rounded(confidence),
    reason: `The id: ${reason}.`,
  }))

/** Where each field comes from: from its column, and where that says nothing, from the others. */
const fieldsOf = (claims: readonly Claim[], others: readonly Claim[]): Record<string, Source[]> =>
  Object.fromEntries(
    claims.map(({ field, fit }): [string, Source[]] => [
      field,
      [fit.source, ...others.filter((other) => other.field === field).map((other) => other.fit.source)],
    ]),
  )

/** Proposes a mapping for a file. It is a draft: what is unsure is left out or said, and somebody must approve it. */
export const draftMapping = (input: DraftInput): Draft => {
  const { dataset, header, dialect } = input
  const { rows, columns, habits, found, id, fillDown } = understand(input)
  const possible = withManagerFields(found, id)
  const claims = settleClaims(possible)
  const others = alternativesOf(possible, claims, rows)
  const current = draftCurrent({ dataset, id: id.columns, columns, rows, claims, habits })
  const settled: Rows = { ...(fillDown.length > 0 && { fillDown }), ...(current && { current }) }
  const order = Object.keys(targetFields[dataset])
  const sorted = [
    ...withRivals(
      claims,
      possible.filter(({ column }) => !others.some((other) => other.column === column)),
    ),
  ].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
  const fields = fieldsOf(sorted, others)
  const used = new Set([...id.columns, ...[...claims, ...others].map(({ column }) => column)].map(({ index }) => index))
  return {
    mapping: {
      dataset,
      dialect: keptDialect(dialect),
      id: { columns: id.columns.map(({ name }) => name) },
      fields: {
        ...withPhoneCountry(withParts(fields, columns), columns),
        ...unitsOfAmounts(dataset, claims),
        ...payConstants(fields, columns),
      },
      ...(Object.keys(settled).length > 0 && { rows: settled }),
    },
    proposals: [...idProposals(id), ...sorted.map(proposalOf), ...others.map(alternativeProposal)],
    unmapped: header.filter((_, index) => !used.has(index)),
    issues: [
      ...(current ? [] : id.issues),
      ...rowsAssumed(dataset, settled),
      ...sorted.flatMap((claim) => [...numberAmbiguous(dataset, claim), ...dateZoned(dataset, claim)]),
      ...sorted.flatMap((claim) => dateAmbiguous(dataset, claim)),
      ...unfitColumns(
        dataset,
        columns.filter(({ index }) => !used.has(index)),
        fields,
      ),
      ...fieldsNotMapped(dataset, fields),
    ],
  }
}
