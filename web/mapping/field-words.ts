import { useMessages } from 'use-intl'
import { customFieldKeyOf } from '#core/mapping/added-fields.ts'
import { isOtherManagerName } from '#core/mapping/fields.ts'
import { spelled } from '../messages/spelled.ts'
import type { OwnField } from './editor-context.ts'

/** References: the thing itself is what is named. */
const references: ReadonlySet<string> = new Set(['manager.remote_id', 'employee.remote_id'])

/** What fields of a mapping are called. */
export const useFieldWords = (dataset: string, ownFields: readonly OwnField[]) => {
  const { fields, mapping } = useMessages()
  const parts: Readonly<Record<string, string>> = mapping.parts
  return (field: string): string => {
    const key = customFieldKeyOf(field)
    if (key !== undefined) return ownFields.find((each) => each.key === key)?.label ?? key
    const [thing = field, ...rest] = field.split('.')
    const name = fields[dataset]?.[thing] ?? spelled(thing)
    if (rest.length === 0 || references.has(field)) return name
    const part = rest.at(-1) ?? ''
    if (isOtherManagerName(field)) return `${mapping.manager}: ${fields.employees?.[part] ?? spelled(part)}`
    return `${name}: ${parts[part] ?? spelled(part)}`
  }
}
