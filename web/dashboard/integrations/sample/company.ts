const first = [
  'Ada',
  'Alan',
  'Grace',
  'Edsger',
  'Barbara',
  'Donald',
  'Frances',
  'Tony',
  'Margaret',
  'Ken',
  'Radia',
  'Niklaus',
]
const last = ['Moser', 'Keller', 'Rossi', 'Dubois', 'García', 'Novak', 'Berg', 'Silva', 'Haas', 'Lindt', 'Costa']
const departments = ['Engineering', 'Sales', 'Finance', 'People']
const titles = ['Engineer', 'Account Manager', 'Controller', 'Recruiter']
const sites = ['Berlin', 'Zürich', 'Lyon']
const kinds = ['Vacation', 'Sick leave', 'Parental leave']

const dayMs = 24 * 60 * 60 * 1000
const people = 48
const absences = 20
const firstId = 1001

const nth = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

const table = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `${[header, ...rows].map((cells) => cells.join(',')).join('\n')}\n`

const employee = (at: number, now: number): readonly (string | number)[] => {
  const [given, family] = [nth(first, at), nth(last, at * 7 + Math.floor(at / 11))]
  const address = `${given}.${family}.${at}@sample.example`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
  const manager = at === 0 ? '' : firstId + Math.floor((at - 1) / 6)
  const hired = dayOf(now - (200 + at * 61) * dayMs)
  return [firstId + at, given, family, address, hired, nth(titles, at), nth(departments, at), nth(sites, at), manager]
}

const absence = (at: number, now: number): readonly (string | number)[] => {
  const from = now + (at * 5 - 40) * dayMs
  return [`A-${at + 1}`, firstId + at * 2, nth(kinds, at), dayOf(from), dayOf(from + (at % 5) * dayMs), 'approved']
}

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

/** The exports of a small company whose people do not exist, as of `now`, epoch ms. */
export const sampleFiles = (now: number): Readonly<Record<string, string>> => ({
  'employees.csv': table(
    [
      'Employee ID',
      'First name',
      'Last name',
      'Work email',
      'Hire date',
      'Job title',
      'Department',
      'Location',
      'Manager ID',
    ],
    indexes(people).map((at) => employee(at, now)),
  ),
  'absences.csv': table(
    ['Absence ID', 'Employee ID', 'Type', 'Start date', 'End date', 'Status'],
    indexes(absences).map((at) => absence(at, now)),
  ),
})
