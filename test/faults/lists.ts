/** The lists of the API, and what in `data-changed` sends an app to each of them: the contract's table. */
const lists = {
  employees: [
    'hris_employees',
    'hris_employments',
    'hris_join_employees_teams',
    'hris_legal_entities',
    'hris_locations',
    'hris_teams',
    'hris_time_off_balances',
  ],
  employments: ['hris_employments'],
  groups: ['hris_teams'],
  'legal-entities': ['hris_legal_entities'],
  locations: ['hris_locations'],
  'absence-types': ['hris_absence_types'],
  absences: ['hris_absences', 'hris_absence_types'],
  'time-off-balances': ['hris_time_off_balances', 'hris_absence_types'],
  timesheets: ['hris_timesheets'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type List = keyof typeof lists

export const allLists = Object.keys(lists) as readonly List[]

/** The lists that an app reads again when these models changed. */
export const listsOf = (models: ReadonlySet<string>): readonly List[] =>
  allLists.filter((list) => lists[list].some((model) => models.has(model)))
