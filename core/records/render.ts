import type { ModelId } from '#core/model/models.ts'
import type { Json, JsonObject, Role } from './built-record.ts'

/** A mention after it was resolved: the id of a record that exists. */
export type Reference = { readonly role: Role; readonly id: string }

/** What others show of a record, by id. */
export type Embeds = ReadonlyMap<string, JsonObject>

const pick = (body: JsonObject, keys: readonly string[]): JsonObject => {
  const picked: Record<string, Json> = {}
  for (const key of keys) picked[key] = body[key] ?? null
  return picked
}

const personKeys = [
  'id',
  'remote_id',
  'first_name',
  'last_name',
  'display_full_name',
  'employee_number',
  'work_email',
  'employment_status',
  'termination_date',
]

const embedKeys: Readonly<Partial<Record<ModelId, readonly string[]>>> = {
  hris_employees: personKeys,
  hris_employments: [
    'id',
    'remote_id',
    'employee_id',
    'job_title',
    'pay_rate',
    'pay_period',
    'pay_frequency',
    'employment_type',
    'pay_currency',
    'effective_date',
    'changed_at',
    'remote_deleted_at',
    'custom_fields',
    'integration_fields',
    'remote_data',
  ],
  hris_time_off_balances: [
    'id',
    'remote_id',
    'employee_id',
    'type_id',
    'balance',
    'balance_unit',
    'used',
    'used_unit',
    'changed_at',
    'remote_deleted_at',
    'remote_data',
  ],
  hris_legal_entities: ['id', 'remote_id', 'name', 'address'],
  hris_locations: ['id', 'remote_id', 'name', 'address', 'type', 'changed_at', 'remote_deleted_at', 'remote_data'],
  hris_teams: ['id', 'remote_id', 'name', 'type'],
  hris_absence_types: [
    'id',
    'remote_id',
    'name',
    'unit',
    'half_days_supported',
    'exact_times_supported',
    'changed_at',
    'remote_deleted_at',
    'remote_data',
  ],
}

/** What a record shows of itself inside others (contract sections 2.1, 2.7 and 2.8). `body` is its wire body, time stamps included. */
export const embedOf = (model: ModelId, body: JsonObject): JsonObject => pick(body, embedKeys[model] ?? [])

const idOf = (references: readonly Reference[], role: Role): string | null =>
  references.find((reference) => reference.role === role)?.id ?? null

const embedded = (references: readonly Reference[], role: Role, embeds: Embeds): JsonObject | null => {
  const id = idOf(references, role)
  return id === null ? null : (embeds.get(id) ?? null)
}

const employeeMentions = (references: readonly Reference[], embeds: Embeds): JsonObject => {
  const groups = references
    .filter(({ role }) => role === 'group')
    .map(({ id }) => embeds.get(id))
    .filter((group) => group !== undefined)
  return {
    work_location_id: idOf(references, 'work_location'),
    legal_entity_id: idOf(references, 'legal_entity'),
    manager_id: idOf(references, 'manager'),
    manager: embedded(references, 'manager', embeds),
    groups,
    teams: groups,
    legal_entity: embedded(references, 'legal_entity', embeds),
    work_location: embedded(references, 'work_location', embeds),
  }
}

const typedMentions = (references: readonly Reference[], embeds: Embeds): JsonObject => ({
  employee_id: idOf(references, 'employee'),
  type_id: idOf(references, 'type'),
  type: embedded(references, 'type', embeds),
})

const mentionedParts: Readonly<
  Partial<Record<ModelId, (references: readonly Reference[], embeds: Embeds) => JsonObject>>
> = {
  hris_employees: employeeMentions,
  hris_employments: (references) => ({ employee_id: idOf(references, 'employee') }),
  hris_teams: (references) => ({ parent_id: idOf(references, 'parent') }),
  hris_absences: typedMentions,
  hris_time_off_balances: typedMentions,
  hris_timesheets: (references) => ({ employee_id: idOf(references, 'employee') }),
}

/** A body with everything that comes from its references put in, or put in anew. */
export const withReferences = (
  model: ModelId,
  body: JsonObject,
  references: readonly Reference[],
  embeds: Embeds,
): JsonObject => ({
  ...body,
  ...mentionedParts[model]?.(references, embeds),
})

/** What an employee shows of the records that belong to them. */
export type Belongings = {
  readonly employments: readonly JsonObject[]
  readonly time_off_balances: readonly JsonObject[]
}

export const noBelongings: Belongings = { employments: [], time_off_balances: [] }

/** A person may have had hundreds; what a record shows of others must leave it small enough to store. */
const maxShown = 100

const effectiveDate = ({ effective_date: date }: JsonObject): string => (typeof date === 'string' ? date : '')
const text = ({ id }: JsonObject): string => (typeof id === 'string' ? id : '')

const newestFirst = (a: JsonObject, b: JsonObject): number => {
  const [one, other] = [effectiveDate(a), effectiveDate(b)]
  if (one !== other) return one > other ? -1 : 1
  return text(a) < text(b) ? -1 : 1
}

/** What the records table takes, less keys and time stamps. */
const maxBodyBytes = 395_000
/** Two lists of this size fit into the largest body that a row may make. */
const harmlessBytes = 5_000

const bytesOf = (value: Json): number => new TextEncoder().encode(JSON.stringify(value)).byteLength

/** The first of those that belong to an employee, as many as fit beside the rest of the body. */
const fitting = (body: JsonObject, belonging: readonly JsonObject[]): readonly JsonObject[] => {
  const shown = belonging.toSorted(newestFirst).slice(0, maxShown)
  if (bytesOf(shown) <= harmlessBytes) return shown
  let room = maxBodyBytes - bytesOf(body)
  const end = shown.findIndex((each) => {
    room -= bytesOf(each) + 1
    return room < 0
  })
  return end < 0 ? shown : shown.slice(0, end)
}

/** An employee's body with what belongs to them: all that fits of their balances, then of their employments the newest. */
export const withBelongings = (body: JsonObject, { employments, time_off_balances }: Belongings): JsonObject => {
  const bare = { ...body, employments: [], time_off_balances: [] }
  const withBalances = { ...bare, time_off_balances: fitting(bare, time_off_balances) }
  return { ...withBalances, employments: fitting(withBalances, employments) }
}

/** What a body says of its record itself: neither its id nor anything that comes from references or from what belongs to it. */
export const ownOf = (model: ModelId, body: JsonObject): JsonObject => {
  const others = new Set(['id', 'remote_id', ...Object.keys(mentionedParts[model]?.([], new Map()) ?? {})])
  const own = model === 'hris_employees' ? withBelongings(body, noBelongings) : body
  return Object.fromEntries(Object.entries(own).filter(([key]) => !others.has(key)))
}
