import type { Dataset } from '#core/files/datasets.ts'
import type { Random } from '../../bench/data/random.ts'

export type Row = readonly string[]

type Person = { title: string; name: string; manager: string; site: string; department: string; start: string }

const names = ['Ada', 'Zoë', 'Jürg', 'O"Neil', 'Lee, Ann', 'Two\nLines', 'Ñandú', 'Bo', '李'] as const
const places = ['Bern', 'Basel', 'Genève', 'Zürich', 'Chur'] as const
const departments = ['Research', 'Sales', 'Einkauf', 'IT'] as const
const titles = ['Clerk', 'Chief', 'Cook'] as const
/** Some of the types of absences, and one of which nobody is ever absent. */
const balanceTypes: Readonly<Record<string, string>> = { Clerk: 'Vacation', Chief: 'Sick', Cook: 'Overtime' }
const absenceTypes = ['Vacation', 'Sick', 'Parental leave'] as const

/** Somebody whom no file ever leaves out, so that no dataset ever becomes empty. */
const anchor = 'p0'
const dayMs = 86_400_000

const isoDay = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * dayMs).toISOString().slice(0, 10)

const anyOf = <Item>(random: Random, items: Iterable<Item>): Item | undefined => {
  const all = [...items]
  return all[random.int(Math.max(1, all.length))]
}

/** A company whose people, places and hours change from day to day, and the rows that its HR system exports. */
export const foundCompany = (random: Random, size: number) => {
  const people = new Map<string, Person>()
  const sites = new Map<string, string>()
  const absences = new Map<string, Row>()
  const timesheets = new Map<string, Row>()
  let number = 0

  const fresh = (letter: string): string => `${letter}${number++}`
  const name = (): string => `${random.pick(names)} ${random.int(50)}`

  const hire = (): void => {
    const manager = random.int(4) === 0 ? '' : (anyOf(random, people.keys()) ?? '')
    const site = anyOf(random, sites.keys()) ?? ''
    people.set(fresh('p'), {
      title: random.pick(titles),
      name: name(),
      manager,
      site,
      department: random.pick(departments),
      start: isoDay(-random.int(2_000)),
    })
  }

  const leave = (): void => {
    const id = anyOf(random, people.keys())
    if (id === undefined || id === anchor) return
    people.delete(id)
    // The dependants of somebody who left vanish from their exports sooner or later.
    for (const table of [absences, timesheets])
      for (const [key, row] of table) if (row[1] === id && random.int(2) === 0) table.delete(key)
  }

  const edit = (): void => {
    const person = people.get(anyOf(random, people.keys()) ?? '')
    if (!person) return
    const changes = [
      () => Object.assign(person, { name: name() }),
      () => Object.assign(person, { title: random.pick(titles) }),
      () => Object.assign(person, { manager: anyOf(random, people.keys()) ?? '' }),
      () => Object.assign(person, { site: anyOf(random, sites.keys()) ?? '' }),
      () => Object.assign(person, { department: random.pick(departments) }),
    ] as const
    random.pick(changes)()
  }

  const renameSite = (): void => {
    const site = anyOf(random, sites.keys())
    if (site !== undefined) sites.set(site, `${random.pick(places)} ${random.int(9)}`)
  }

  const absent = (day: number): void => {
    const id = fresh('a')
    absences.set(id, [id, anyOf(random, people.keys()) ?? anchor, random.pick(absenceTypes), isoDay(day)])
  }

  const work = (day: number): void => {
    const id = fresh('t')
    timesheets.set(id, [id, anyOf(random, people.keys()) ?? anchor, isoDay(day), String(1 + random.int(9))])
  }

  const drop = (table: Map<string, Row>): void => {
    const id = anyOf(random, table.keys())
    if (id !== undefined && table.get(id)?.[1] !== anchor) table.delete(id)
  }

  for (let i = 0; i < 3; i += 1) sites.set(fresh('s'), random.pick(places))
  people.set(anchor, { title: 'Chief', name: 'Anchor', manager: '', site: '', department: 'IT', start: isoDay(-9) })
  while (people.size < size) hire()
  absences.set('a', ['a', anchor, 'Vacation', isoDay(0)])
  timesheets.set('t', ['t', anchor, isoDay(0), '8'])

  const live = (day: number): void => {
    const acts = [hire, hire, leave, leave, edit, edit, edit, renameSite, () => absent(day), () => work(day)] as const
    for (let times = random.int(8); times > 0; times -= 1) random.pick(acts)()
    for (let times = 2; times > 0; times -= 1) {
      absent(day)
      work(day)
    }
    for (const table of [absences, timesheets]) if (random.int(3) === 0) drop(table)
  }

  const employeeRows = (): readonly Row[] =>
    [...people].map(([id, { name: called, manager, site, department, start }]) => [
      id,
      called,
      manager,
      site,
      sites.get(site) ?? '',
      department,
      start,
    ])

  const since = (day: number): readonly Row[] =>
    [...timesheets.values()].filter(([, , date = '']) => date >= isoDay(day))

  /** The rows of an export on a day; of timesheets the last week. */
  const rowsOf = (dataset: Dataset, day: number): readonly Row[] => {
    if (dataset === 'employees') return employeeRows()
    if (dataset === 'employments') return [...people].map(([id, { title }]) => [`e${id}`, id, title])
    if (dataset === 'time_off_balances')
      return [...people].map(([id, { title, name: called }]) => [
        `b${id}`,
        id,
        balanceTypes[title] ?? '',
        String(called.length),
      ])
    if (dataset === 'groups') return departments.map((each) => [`d-${each}`, each])
    if (dataset === 'legal_entities') return [['l', 'Example']]
    // The last one opened has no row of its own yet.
    if (dataset === 'locations') return [...sites].slice(0, -1)
    if (dataset === 'absence_types') return absenceTypes.map((each) => [`k-${each}`, each])
    return dataset === 'absences' ? [...absences.values()] : since(day - 7)
  }

  return { live, rowsOf }
}
