import * as v from 'valibot'
import type { Json, JsonObject } from '#core/records/built-record.ts'
import { CommaListSchema, DaySchema, MomentSchema } from './query-values.ts'

/** A filter as a caller gave it: its value, which a cursor is bound to, and the test it puts to a record's body. */
export type AppliedFilter = { readonly value: unknown; readonly keeps: (body: JsonObject) => boolean }

type FilterSchema = v.GenericSchema<unknown, AppliedFilter | undefined>
type EndpointFilters = Readonly<Record<string, FilterSchema>>

const filter = <Value extends {}>(
  schema: v.GenericSchema<string, Value | undefined>,
  keeps: (body: JsonObject, value: Value) => boolean,
): FilterSchema =>
  v.optional(
    v.pipe(
      schema,
      v.transform((value): AppliedFilter | undefined =>
        value === undefined ? undefined : { value, keeps: (body) => keeps(body, value) },
      ),
    ),
  )

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (body: JsonObject, field: string): string | null => {
  const value = body[field]
  return typeof value === 'string' ? value : null
}

const momentOf = (body: JsonObject, field: string): number => Date.parse(textOf(body, field) ?? '')

const anyOf = (field: string): FilterSchema =>
  filter(CommaListSchema, (body, wanted) => wanted.includes(textOf(body, field) ?? ''))

const FoldedListSchema = v.pipe(
  CommaListSchema,
  v.transform((items) => items?.map((item) => item.toLowerCase()).sort()),
)
const anyOfFolded = (field: string): FilterSchema =>
  filter(FoldedListSchema, (body, wanted) => wanted.includes((textOf(body, field) ?? '').toLowerCase()))

const BlankableTextSchema = v.pipe(
  v.string(),
  v.transform((text) => (text === '' ? undefined : text)),
)
const equals = (field: string): FilterSchema =>
  filter(BlankableTextSchema, (body, wanted) => textOf(body, field) === wanted)

const nameContains = filter(BlankableTextSchema, (body, part) =>
  (textOf(body, 'name') ?? '').toLowerCase().includes(part.toLowerCase()),
)

const memberOfAny = filter(CommaListSchema, ({ groups }, wanted) =>
  (Array.isArray(groups) ? groups : []).some(
    (group: Json) => isObject(group) && wanted.includes(textOf(group, 'id') ?? ''),
  ),
)

/** Untyped groups answer to the word `null`. */
const groupTypes = filter(CommaListSchema, (body, wanted) => wanted.includes(textOf(body, 'type') ?? 'null'))

const onOrAfter = filter(DaySchema, (body, day) => {
  const [start, end] = [textOf(body, 'start_date'), textOf(body, 'end_date')]
  return end === null || end >= day || (start !== null && start >= day)
})
const startsOnOrBefore = filter(DaySchema, (body, day) => {
  const start = textOf(body, 'start_date')
  return start !== null && start <= day
})

const noCustomFields = v.optional(
  v.pipe(
    v.string(),
    v.check(() => false, 'there is no such custom field in this environment'),
    v.transform((): AppliedFilter | undefined => undefined),
  ),
)

/** The filters of each list beside those that all lists share. A moment that a record lacks matches no comparison. */
const filtersOf = {
  employees: {
    employment_statuses: anyOf('employment_status'),
    employment_status: equals('employment_status'),
    work_emails: anyOfFolded('work_email'),
    personal_emails: anyOfFolded('personal_email'),
    group_ids: memberOfAny,
    legal_entity_ids: anyOf('legal_entity_id'),
    work_location_ids: anyOf('work_location_id'),
    custom_fields: noCustomFields,
  },
  groups: { types: groupTypes, name_contains: nameContains },
  teams: {},
  'legal-entities': { name_contains: nameContains },
  locations: { name_contains: nameContains },
  'absence-types': {},
  absences: {
    type_ids: anyOf('type_id'),
    employee_id: equals('employee_id'),
    date_from: onOrAfter,
    time_from: onOrAfter,
    date_until: startsOnOrBefore,
    time_until: startsOnOrBefore,
  },
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
