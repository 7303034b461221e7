import { useMessages, useTranslations } from 'use-intl'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { useUnified } from '../../mapping/unified-values.ts'
import { useCustomFields } from '../setup/wishes.ts'
import type { FilterField } from './rules.ts'

const unifiedFields: ReadonlySet<string> = new Set(['employment_type', 'employment_status'])

/** What people can be told apart by, and its values, in words. */
export const useFilterWords = () => {
  const t = useTranslations('setup.filter')
  const names: Readonly<Record<string, string>> = useMessages().setup.filter.names
  const unified = useUnified()
  const own = useCustomFields().data?.fields ?? []
  return {
    field: (field: string): string => {
      const key = customFieldKeyOf(field)
      return key === undefined ? (names[field] ?? field) : (own.find((each) => each.key === key)?.label ?? key)
    },
    value: (field: string, { value, label }: FilterField['values'][number]): string => {
      if (value === null) return t('none')
      return unifiedFields.has(field) ? unified(value) : (label ?? value)
    },
  }
}
