import { useFormatter, useTranslations } from 'use-intl'
import type { Source } from '#core/mapping/mapping.ts'
import { useUnified } from '../../mapping/unified-values.ts'

type ColumnSource = Extract<Source, { readonly from: 'column' }>

const shownWords = 6

/** What a field is made from, in words. */
export const useSaySources = () => {
  const t = useTranslations('dashboard.mapping.sources')
  const format = useFormatter()
  const unified = useUnified()
  const wordsOf = (values: NonNullable<ColumnSource['values']>): string => {
    const words = Object.entries(values).map(
      ([word, value]) => `${word} → ${value === null ? t('nothing') : unified(value)}`,
    )
    const rest = words.length - shownWords
    return [...words.slice(0, shownWords), ...(rest > 0 ? [t('more', { count: rest })] : [])].join('; ')
  }
  const details = ({ dateFormat, decimal, country, values, empty, part, trim }: ColumnSource): readonly string[] => [
    ...(dateFormat ? [t('dates', { format: dateFormat })] : []),
    ...(decimal === ',' ? [t('comma')] : []),
    ...(country ? [t('country', { country })] : []),
    ...(part ? [t(`part.${part.take}`, { separator: part.separator })] : []),
    ...(values && Object.keys(values).length > 0 ? [t('words', { words: wordsOf(values) })] : []),
    ...(empty && empty.length > 0 ? [t('empty', { words: format.list(empty) })] : []),
    ...(trim === false ? [t('asItIs')] : []),
  ]
  const one = (source: Source): string => {
    if (source.from === 'constant') return t('constant', { value: source.value })
    const more = details(source)
    const column = t('column', { column: source.column })
    return more.length > 0 ? `${column} (${more.join('; ')})` : column
  }
  return (sources: readonly Source[] | null): string =>
    sources === null || sources.length === 0 ? t('none') : sources.map(one).join(t('else'))
}
