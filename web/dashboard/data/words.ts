import { useFormatter, useMessages } from 'use-intl'
import { useUnified } from '../../mapping/unified-values.ts'
import { spelled } from '../../messages/spelled.ts'
import type { ModelView } from './models.ts'

/** Of these, the name says which one it is. */
const naming: ReadonlySet<string> = new Set(['name', 'display_full_name'])
const isPlace = (part: string): boolean => /^\d+$/.test(part)

/** What the fields of a record are called, by the path that leads to them. */
export const useRecordWords = ({ dataset }: Pick<ModelView, 'dataset'>) => {
  const { fields, mapping, dashboard } = useMessages()
  const own: Readonly<Record<string, string>> = dashboard.data.fields
  const parts: Readonly<Record<string, string>> = mapping.parts
  const wordOf = (name: string): string => own[name] ?? fields[dataset]?.[name] ?? parts[name] ?? spelled(name)
  const path = ([first = '', ...rest]: readonly string[]): string =>
    [first, ...rest].map((part) => (isPlace(part) ? String(Number(part) + 1) : wordOf(part))).join(' · ')
  const column = (name: string): string => {
    const [first = name, ...rest] = name.split('.')
    if (first === 'custom_fields') return rest.join('.')
    return path([first, ...rest.filter((part) => !naming.has(part))])
  }
  return { path, column, word: wordOf }
}

const day = /^\d{4}-\d{2}-\d{2}(?:T00:00:00(?:\.000)?Z)?$/
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
const unifiedWord = /^[A-Z]{2,}(?:_[A-Z]+)*$/

/** Values as people write them. */
export const useShownValue = () => {
  const format = useFormatter()
  const { dashboard } = useMessages()
  const unified = useUnified()
  return (value: string | number | boolean | null): string => {
    if (value === null) return ''
    if (typeof value === 'number') return format.number(value, { maximumFractionDigits: 6 })
    if (typeof value === 'boolean') return value ? dashboard.data.yes : dashboard.data.no
    if (day.test(value)) return format.dateTime(new Date(value), { dateStyle: 'medium', timeZone: 'UTC' })
    if (moment.test(value)) return format.dateTime(new Date(value), { dateStyle: 'medium', timeStyle: 'short' })
    return unifiedWord.test(value) && value.length > 3 ? unified(value) : value
  }
}
