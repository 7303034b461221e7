import { type Random, rowRandom } from './random.ts'
import { femaleNames, jobs, lastNames, maleNames, notes, streets, towns } from './words.ts'

/** What chance decides about one row. */
export type Person = {
  readonly index: number
  readonly female: boolean
  readonly firstName: string
  readonly lastName: string
  readonly birthday: string
  readonly street: string
  readonly town: (typeof towns)[number]
  readonly hired: string
  readonly left: string
  readonly status: string
  readonly job: string
  /** Hundredths. */
  readonly hours: number
  readonly salary: number
  readonly account: string
  readonly phone: string
  /** Numbers of the units the person belongs to. */
  readonly company: number
  readonly site: number
  readonly department: number
  readonly team: number
  readonly costCenter: number
  readonly note: string
}

const two = (number: number): string => String(number).padStart(2, '0')

const day = (random: Random, from: number, years: number): string =>
  `${two(1 + random.int(28))}.${two(1 + random.int(12))}.${from + random.int(years)}`

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => String(random.int(10))).join('')

/** Of a hundred rows, four have a line break in a mapped cell and four in one that nothing reads. */
const withLineBreak = { street: 4, note: 8 } as const

export const personAt = (seed: number, index: number): Person => {
  const random = rowRandom(seed, index)
  const kind = random.int(100)
  const female = random.int(2) === 0
  const gone = random.int(25) === 0
  const hours = random.pick([1900, 2000, 3000, 3500, 3850, 4000])
  const street = `${random.pick(streets)} ${1 + random.int(180)}`
  const department = random.int(60)
  return {
    index,
    female,
    firstName: random.pick(female ? femaleNames : maleNames),
    lastName: random.pick(lastNames),
    birthday: day(random, 1960, 45),
    street: kind < withLineBreak.street ? `${street}\nHinterhaus, 2. Stock` : street,
    town: random.pick(towns),
    hired: day(random, 1998, 25),
    left: gone ? day(random, 2024, 2) : '',
    status: gone ? 'ausgeschieden' : 'aktiv',
    job: random.pick(jobs),
    hours,
    salary: 2_800_000 + random.int(6_000_000),
    account: digits(random, 20),
    phone: `+49 17${random.int(10)} ${digits(random, 7)}`,
    company: random.int(3),
    site: random.int(40),
    department,
    team: department * 4 + random.int(4),
    costCenter: random.int(80),
    note: kind >= withLineBreak.street && kind < withLineBreak.note ? random.pick(notes) : '',
  }
}
