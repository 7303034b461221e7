const first = ['Ada', 'Alan', 'Grace', 'Edsger', 'Barbara', 'Donald', 'Frances', 'Tony', 'Margaret', 'Ken']
const last = ['Lovelace', 'Turing', 'Hopper', 'Dijkstra', 'Liskov', 'Knuth', 'Allen', 'Hoare', 'Hamilton', 'Thompson']
const departments = ['Engineering', 'Sales', 'Finance']
const locations = ['Berlin', 'Zürich']

const nth = (list: readonly string[], at: number): string => list[at % list.length] ?? ''
const two = (number: number): string => String(number).padStart(2, '0')

const header = 'Employee ID,First name,Last name,Work email,Hire date,Department,Location,Status,Shirt size'

type Options = {
  readonly firstId?: number
  /** Whose hire date is no date. */
  readonly flawed?: readonly number[]
}

/** An export of so many people. */
export const staff = (count: number, { firstId = 1, flawed = [] }: Options = {}): string => {
  const rowOf = (at: number): string => {
    const [given, family] = [nth(first, at), nth(last, Math.floor(at / 10) + at)]
    const hired = flawed.includes(at) ? 'soon' : `${2010 + (at % 12)}-${two((at % 12) + 1)}-${two((at % 28) + 1)}`
    const email = `${given}.${family}.${at}@example.com`.toLowerCase()
    const [department, location] = [nth(departments, at), nth(locations, at)]
    return [
      firstId + at,
      given,
      family,
      email,
      hired,
      department,
      location,
      at % 7 === 0 ? 'inactive' : 'active',
      'M',
    ].join(',')
  }
  return `${[header, ...Array.from({ length: count }, (_, at) => rowOf(at))].join('\n')}\n`
}

/** Days off of the first so many people. */
export const daysOff = (count: number): string => {
  const rowOf = (at: number) =>
    `A${at},${at + 1},${at % 2 === 0 ? 'Vacation' : 'Sick leave'},2026-03-0${(at % 8) + 1},2026-03-09,approved`
  return `Absence ID,Employee ID,Type,Start date,End date,Status\n${Array.from({ length: count }, (_, at) => rowOf(at)).join('\n')}\n`
}
