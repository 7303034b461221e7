import type { Dataset } from '#core/files/datasets.ts'
import type { Draft } from '#core/mapping/draft.ts'

/** What other files say of people besides, so that it does not tell that a file is about people. */
const besides =
  /^(?:remote_id|employee_number|display_full_name|first_name|last_name|work_email|job_title|weekly_hours|employment_type|employment_status|start_date|termination_date|remote_created_at|(?:manager|department|team|cost_center|legal_entity|work_location|home_address)\..*)$/
/** What only people have: no file of places, companies, groups or types is about them. */
const ofPeopleAlone = /^(?:first_name|last_name|date_of_birth|gender|work_email|personal_email|start_date|job_title)$/
const withoutPeople: ReadonlySet<Dataset> = new Set(['groups', 'legal_entities', 'locations', 'absence_types'])
const numbersOfPeople: ReadonlySet<string> = new Set(['remote_id', 'employee_number'])
const sureOfNumber = 0.8
/** So many other fields of people, and the file is about them. */
const enoughOfPeople = 3

/** Per dataset, fields of which a file of it has one from each line. */
const essential: Readonly<Partial<Record<Dataset, readonly (readonly string[])[]>>> = {
  employments: [['employee.remote_id'], ['pay_rate', 'employment_type', 'job_title'], ['effective_date']],
  absences: [['employee.remote_id'], ['start_date'], ['type.name', 'type.remote_id', 'amount', 'end_date']],
  time_off_balances: [['employee.remote_id'], ['balance', 'used'], ['type.name', 'type.remote_id']],
  timesheets: [
    ['date', 'started_at', 'start_time'],
    ['payable_hours', 'ended_at', 'end_time'],
  ],
  groups: [
    ['name', 'parent.remote_id'],
    ['type', 'parent.remote_id', 'remote_id'],
  ],
  legal_entities: [['name'], ['remote_id', 'address.street_1', 'address.raw', 'address.city']],
  locations: [['name'], ['remote_id', 'address.street_1', 'address.raw', 'address.city']],
  absence_types: [['name'], ['unit', 'half_days_supported', 'exact_times_supported']],
}

/** Below this a name may just as well mean something else, so that it tells little of what the file holds. */
const telling = 0.6
/** What dates in doubt have at least. */
const possible = 0.35

const tellingOf = ({ proposals }: Draft) => proposals.filter(({ confidence }) => confidence >= telling)

const isPossible = (dataset: Dataset, draft: Draft): boolean => {
  const fields = new Set(draft.proposals.filter(({ confidence }) => confidence >= possible).map(({ field }) => field))
  return essential[dataset]?.every((line) => line.some((field) => fields.has(field))) ?? false
}

/** What the columns tell, each as sure as its likeliest field; of people what other files have of them counts half. */
const weightOf = (dataset: Dataset, draft: Draft): number => {
  const best = new Map<string, number>()
  for (const { field, column, confidence } of tellingOf(draft)) {
    const weight = dataset === 'employees' && besides.test(field) ? confidence / 2 : confidence
    best.set(column, Math.max(best.get(column) ?? 0, weight))
  }
  return [...best.values()].reduce((sum, each) => sum + each, 0)
}

const elsewhere = /^(?:department|team|cost_center|legal_entity|work_location)\./

/** Whether a column is one that only people have, or numbers them: `Department ID` does not. */
const namesPeople = (people: Draft): boolean => {
  const told = tellingOf(people)
  const others = new Set(told.filter(({ field }) => elsewhere.test(field)).map(({ column }) => column))
  return told.some(
    ({ field, column, confidence }) =>
      ofPeopleAlone.test(field) || (numbersOfPeople.has(field) && confidence >= sureOfNumber && !others.has(column)),
  )
}

/** What a file most likely holds by the drafts of it: people, unless another dataset is told by its own columns and by more of them. */
export const datasetOf = (drafts: ReadonlyMap<Dataset, Draft>): Dataset => {
  const people = drafts.get('employees')
  const own = people ? tellingOf(people).filter(({ field }) => !besides.test(field)) : []
  if (new Set(own.map(({ field }) => field)).size >= enoughOfPeople) return 'employees'
  const hasPeople = people !== undefined && namesPeople(people)
  const [best] = [...drafts]
    .filter(([dataset]) => !hasPeople || !withoutPeople.has(dataset))
    .filter(([dataset, draft]) => dataset === 'employees' || isPossible(dataset, draft))
    .map(([dataset, draft]) => ({ dataset, weight: weightOf(dataset, draft) }))
    .toSorted((a, b) => b.weight - a.weight)
  return best?.dataset ?? 'employees'
}
