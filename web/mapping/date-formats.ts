import { dateReader } from '#core/values/date.ts'
import { isFlaw } from '#core/values/reading.ts'

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

/** The day that a text means, `yyyy-MM-dd`; `undefined` where it is none in this format. */
export const dayIn = (format: string, text: string): string | undefined => {
  const reading = dateReader(format === isoFormat ? undefined : format)(text)
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
