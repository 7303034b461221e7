import { guessDateFormat } from '#core/mapping/guess-date-format.ts'
import { strictDateReader } from '#core/values/date.ts'
import { isFlaw } from '#core/values/reading.ts'
import type { FileColumn } from './client.ts'

/** ISO 8601 is what no format means. */
export const isoFormat = 'yyyy-MM-dd'

const formats = [
  isoFormat,
  'dd.MM.yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'dd.MM.yy',
  'dd/MM/yy',
  'MM/dd/yy',
  'ddMMyyyy',
  'MMddyyyy',
  'serial',
]

/** The format that the dates of a column seem to be written in; `undefined` for ISO 8601, and where nothing tells. */
export const formatOf = ({ examples, masked, day_order }: FileColumn): string | undefined => {
  const order = day_order?.order ?? 'dayFirst'
  return masked ? undefined : guessDateFormat({ values: examples }, order)?.format
}

/** The day that a text means, `yyyy-MM-dd`; `undefined` where it is none in this format. */
export const dayIn = (format: string, text: string): string | undefined => {
  const reading = strictDateReader(format === isoFormat ? undefined : format)(text)
  return typeof reading === 'string' && !isFlaw(reading) ? reading : undefined
}

/** The formats in which all examples are dates, with the chosen one in any case; every format where nothing tells. */
export const possibleFormats = (examples: readonly string[], chosen: string): readonly string[] => {
  const reads = (format: string): boolean => examples.every((example) => dayIn(format, example) !== undefined)
  return [...new Set([chosen, ...formats])].filter((format) => format === chosen || reads(format))
}

/** The example that tells most: one that is another day in another format, where there is one. */
export const tellingExample = (examples: readonly string[], possible: readonly string[]): string | undefined =>
  examples.find((example) => new Set(possible.map((format) => dayIn(format, example))).size > 1) ?? examples[0]
