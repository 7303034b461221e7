import { mask } from '#core/mapping/masking.ts'
import type { SampleColumn } from '#core/mapping/sample-column.ts'

const shownExamples = 3
const maxShownCell = 200

export const shortened = (text: string): string =>
  text.length > maxShownCell ? `${text.slice(0, maxShownCell)}…` : text

/** Masked values often look the same: each shape is shown once. */
const examplesOf = ({ distinct }: SampleColumn, masked: boolean): readonly string[] =>
  [...new Set(distinct.values().map((value) => shortened(masked ? mask(value) : value)))].slice(0, shownExamples)

/** A column as the page shows it. */
export const shownColumn = (column: SampleColumn, masked: boolean) => ({
  name: column.name,
  filled: Math.round(column.filled * 1000) / 1000,
  distinct: column.distinct.size,
  examples: examplesOf(column, masked),
  masked,
})
