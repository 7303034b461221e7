import { useTranslations } from 'use-intl'
import { delimiters, encodings, type PartialDialect, quotes } from '#core/mapping/dialect.ts'
import type { UnderstoodFile } from './client.ts'
import type { DialectPart } from './mode-edits.ts'

type Value = string | number

/** Titles and blank rows above a table are fewer. */
const maxHeaderRow = 60

/** What a part of a dialect may be. */
export const dialectValues = (
  part: DialectPart,
  { tables }: Pick<UnderstoodFile, 'tables'>,
  said: PartialDialect,
): readonly Value[] => {
  switch (part) {
    case 'encoding':
      return encodings
    case 'delimiter':
      return delimiters
    case 'quote':
      return quotes
    case 'headerRow':
      return Array.from({ length: Math.max(maxHeaderRow, said.headerRow ?? 0) + 1 }, (_, row) => row)
    default:
      return [...new Set([...tables, ...(said[part] === undefined ? [] : [said[part]])])]
  }
}

/** What the values of dialects are called. */
export const useDialectWords = () => {
  const t = useTranslations('mapping.dialect')
  const file = useTranslations('file')
  const signs: Readonly<Record<string, string>> = {
    ',': file('comma'),
    ';': file('semicolon'),
    '\t': file('tab'),
    '|': file('bar'),
  }
  const marks: Readonly<Record<string, string>> = { '"': t('double'), "'": t('single'), '': t('noQuote') }
  const names = {
    encoding: (value: string) => value.toUpperCase(),
    delimiter: (value: string) => signs[value] ?? value,
    quote: (value: string) => marks[value] ?? value,
    headerRow: (value: string) => (value === '0' ? file('noHeaderRow') : value),
    sheet: (value: string) => value,
    records: (value: string) => (value === '' ? t('wholeFile') : value),
  }
  return (part: DialectPart, value: Value): string => names[part](String(value))
}
