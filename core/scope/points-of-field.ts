import { type Dataset, datasetTraits } from '#core/files/datasets.ts'

type Owner = { readonly prefix: string; readonly points: (part: string, model: string) => readonly string[] }

const group: Owner['points'] = (part) => [
  'hris_teams',
  'hris_join_employees_teams',
  ...(part === 'name' ? ['hris_teams.name'] : []),
]

/** What fields fill whose name is more than that of a property: `work_location.address.city` fills the location's address. */
const owners: readonly Owner[] = [
  { prefix: 'home_address.', points: (_, model) => [`${model}.home_address`] },
  { prefix: 'custom_fields.', points: (_, model) => [`${model}.custom_fields`] },
  { prefix: 'integration_fields.', points: (_, model) => [`${model}.integration_fields`] },
  { prefix: 'address.', points: (_, model) => [`${model}.address`] },
  { prefix: 'parent.', points: (_, model) => [`${model}.parent_id`] },
  { prefix: 'bank_account.', points: (_, model) => [`${model}.bank_accounts`] },
  { prefix: 'manager.', points: (_, model) => [`${model}.manager_id`] },
  {
    prefix: 'legal_entity.',
    points: (part, model) => [`${model}.legal_entity_id`, 'hris_legal_entities', `hris_legal_entities.${part}`],
  },
  {
    prefix: 'work_location.',
    points: (part, model) => [`${model}.work_location_id`, 'hris_locations', `hris_locations.${part}`],
  },
  { prefix: 'department.', points: group },
  { prefix: 'team.', points: group },
  { prefix: 'cost_center.', points: group },
  { prefix: 'employee.', points: (_, model) => [`${model}.employee_id`] },
  {
    prefix: 'type.',
    points: (part, model) => [`${model}.type_id`, 'hris_absence_types', `hris_absence_types.${part}`],
  },
]

/** Times of day become moments. */
const renamed: Readonly<Partial<Record<Dataset, Readonly<Record<string, readonly string[]>>>>> = {
  // Part of the identity of a group.
  groups: { type: [] },
  timesheets: { date: [], start_time: ['started_at'], end_time: ['ended_at'] },
}

/** The data points that a field of a mapping fills: it may be read only if all of them may be stored. */
export const pointsOfField = (dataset: Dataset, field: string): readonly string[] => {
  const { model } = datasetTraits[dataset]
  const owner = owners.find(({ prefix }) => field.startsWith(prefix))
  if (owner) {
    const [part = ''] = field.slice(owner.prefix.length).split('.')
    return [model, ...owner.points(part, model)]
  }
  const properties = renamed[dataset]?.[field] ?? [field]
  return [model, ...properties.map((property) => `${model}.${property}`)]
}
