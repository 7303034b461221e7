import * as v from 'valibot'
import { isJsonObject, type Json, type JsonObject } from '#core/records/built-record.ts'
import { CommaListSchema, CustomFieldSchema, DaySchema, MomentSchema } from './query-values.ts'

/** A filter as a caller gave it: its value, which a cursor is bound to, and the test it puts to a record's body. */
export type AppliedFilter = {
  readonly value: unknown
  readonly keeps: (body: JsonObject) => boolean
  /** Fields of a mapping, one of which must be filled for the filter to have anything to look at; none where there always is. */
  readonly needs: readonly string[]
  /** The custom field it looks at. */
  readonly customField: string | undefined
}

type FilterSchema = v.GenericSchema<unknown, AppliedFilter | undefined>
type EndpointFilters = Readonly<Record<string, FilterSchema>>

const filter = <Value extends {}>(
  schema: v.GenericSchema<string, Value | undefined>,
  keeps: (body: JsonObject, value: Value) => boolean,
  needs: readonly string[] = [],
  customFieldOf: (value: Value) => string | undefined = () => undefined,
): FilterSchema =>
  v.optional(
    v.pipe(
      schema,
      v.transform((value): AppliedFilter | undefined => {
        if (value === undefined) return undefined
        const customField = customFieldOf(value)
        const own = customField === undefined ? [] : [`custom_fields.${customField}`]
        return { value, keeps: (body) => keeps(body, value), needs: [...needs, ...own], customField }
      }),
    ),
  )

const textOf = (body: JsonObject, field: string): string | null => {
  const value = body[field]
  return typeof value === 'string' ? value : null
}

const momentOf = (body: JsonObject, field: string): number => Date.parse(textOf(body, field) ?? '')

const anyOf = (field: string, needs: readonly string[] = [field]): FilterSchema =>
  filter(CommaListSchema, (body, wanted) => wanted.includes(textOf(body, field) ?? ''), needs)

const FoldedListSchema = v.pipe(
  CommaListSchema,
  v.transform((items) => items?.map((item) => item.toLowerCase()).sort()),
)
const anyOfFolded = (field: string): FilterSchema =>
  filter(FoldedListSchema, (body, wanted) => wanted.includes((textOf(body, field) ?? '').toLowerCase()), [field])

const BlankableTextSchema = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? undefined : text)),
)
const equals = (field: string, needs: readonly string[] = []): FilterSchema =>
  filter(BlankableTextSchema, (body, wanted) => textOf(body, field) === wanted, needs)

const nameContains = filter(BlankableTextSchema, (body, part) =>
  (textOf(body, 'name') ?? '').toLowerCase().includes(part.toLowerCase()),
)

const memberOfAny = filter(
  CommaListSchema,
  ({ groups }, wanted) =>
    (Array.isArray(groups) ? groups : []).some(
      (group: Json) => isJsonObject(group) && wanted.includes(textOf(group, 'id') ?? ''),
    ),
  ['department', 'team', 'cost_center'],
)

/** Untyped groups answer to the word `null`. */
const groupTypes = filter(CommaListSchema, (body, wanted) => wanted.includes(textOf(body, 'type') ?? 'null'))

const onOrAfter = filter(DaySchema, (body, day) => {
  const [start, end] = [textOf(body, 'start_date'), textOf(body, 'end_date')]
  return start !== null && (end === null || end >= day || start >= day)
})
const startsOnOrBefore = filter(DaySchema, (body, day) => {
  const start = textOf(body, 'start_date')
  return start !== null && start <= day
})

/** A custom field that is not there says the same as one that is null. */
const customField = filter(
  CustomFieldSchema,
  ({ custom_fields: fields }, { key, value }) => ((isJsonObject(fields) ? fields[key] : null) ?? null) === value,
  [],
  ({ key }) => key,
)

/** Where no column tells the status, it follows from the dates. */
const statusSources = ['employment_status', 'start_date', 'termination_date']

/** The filters of each list beside those that all lists share. A moment that a record lacks matches no comparison. */
const filtersOf = {
  employees: {
    employment_statuses: anyOf('employment_status', statusSources),
    employment_status: equals('employment_status', statusSources),
    work_emails: anyOfFolded('work_email'),
    personal_emails: anyOfFolded('personal_email'),
    group_ids: memberOfAny,
    legal_entity_ids: anyOf('legal_entity_id', ['legal_entity']),
    work_location_ids: anyOf('work_location_id', ['work_location']),
    custom_fields: customField,
  },
  employments: {},
  groups: { types: groupTypes, name_contains: nameContains },
  teams: {},
  'legal-entities': { name_contains: nameContains },
  locations: { name_contains: nameContains },
  'absence-types': {},
  absences: {
    type_ids: anyOf('type_id', ['type']),
    employee_id: equals('employee_id'),
    date_from: onOrAfter,
    time_from: onOrAfter,
    date_until: startsOnOrBefore,
    time_until: startsOnOrBefore,
  },
  'time-off-balances': { employee_id: equals('employee_id') },
  timesheets: {
    employee_id: equals('employee_id'),
    started_before: filter(MomentSchema, (body, moment) => momentOf(body, 'started_at') < moment),
    started_after: filter(MomentSchema, (body, moment) => momentOf(body, 'started_at') >= moment),
    ended_before: filter(MomentSchema, (body, moment) => momentOf(body, 'ended_at') <= moment),
    ended_after: filter(MomentSchema, (body, moment) => momentOf(body, 'ended_at') >= moment),
  },
} as const satisfies Readonly<Record<string, EndpointFilters>>

/** A list of the unified API, by the last part of its path. */
export type ListName = keyof typeof filtersOf

export const endpointFilters: Readonly<Record<ListName, EndpointFilters>> = filtersOf
