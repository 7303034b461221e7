import type { HeldDecision } from '#core/control/held-decision.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { type Random, rowRandom } from '../../bench/data/random.ts'
import { foundCompany, type Row } from './company.ts'
import {
  brokenExportOf,
  type Contents,
  exportOf,
  oddNames,
  soundExportOf,
  type Upload,
  wrongExportOf,
} from './export-file.ts'

/** What happens until everything is quiet again. */
export type Phase = {
  readonly uploads: readonly Upload[]
  /** The notifications that arrive, in this order: repeated, reordered and late ones among them. */
  readonly notified: readonly Upload[]
  /** What arrives as soon as something went wrong, or else when all is quiet: newer than everything before. */
  readonly corrected: readonly Upload[]
  /** Whether somebody asks for a sync, too. */
  readonly forced: boolean
  /** What somebody decides first about those whose removal is held. */
  readonly decided?: HeldDecision['decision']
}

/** Everything that one customer does, in phases. Within a phase the order of events must not matter for the records. */
export type Scenario = { readonly phases: readonly Phase[] }

const dayMs = 86_400_000
export const scenarioStart = Date.UTC(2026, 0, 1)

const shuffled = <Item>(random: Random, items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, place: random.int(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)

const companySize = (random: Random): number => {
  const sizes = [5, 15, 25, 25, 40, 40] as const
  return random.int(25) === 0 ? 620 : random.pick(sizes)
}

/** What a customer pushes: the employees, and some of the rest. */
const pushedBy = (random: Random): readonly Dataset[] => {
  const others = shuffled(
    random,
    datasets.filter((dataset) => dataset !== 'employees'),
  ).slice(0, random.pick([1, 2, 2, 3]))
  return datasets.filter((dataset) => dataset === 'employees' || others.includes(dataset))
}

type Customer = { readonly company: ReturnType<typeof foundCompany>; readonly pushed: readonly Dataset[] }

/** The files of one day: each dataset once at most, then perhaps again as it was, then perhaps a broken one. */
const uploadsOf = (random: Random, { company, pushed }: Customer, day: number): readonly Upload[] => {
  const uploads: Upload[] = []
  let eventTime = scenarioStart + day * dayMs
  const add = (upload: Omit<Upload, 'eventTime'>): void => {
    eventTime += 1 + random.int(60_000)
    uploads.push({ ...upload, eventTime })
  }
  for (const dataset of pushed) {
    if (day > 0 && random.int(4) === 0) continue
    const rows = company.rowsOf(dataset, day)
    const mayShrink = uploads.every((upload) => upload.dataset !== 'employees')
    const file = { name: `${dataset}.csv`, dataset, ...exportOf(random, dataset, rows, mayShrink) }
    add(file)
    if (random.int(6) === 0) add(file)
    if (random.int(8) === 0) add({ ...file, ...brokenExportOf(random, dataset, rows) })
  }
  if (random.int(5) === 0) add({ name: random.pick(oddNames), dataset: null, csv: 'x\n', sound: null })
  return uploads
}

/**
 * A day on which a wrong file is replaced by the right one. Whoever is left out by mistake takes along what belongs to them, and not all
 * of it comes back from files that have flaws: so all others come once more, sound, behind the employees.
 */
const correctionOf = (random: Random, { company, pushed }: Customer, day: number): Phase => {
  const dataset = pushed.includes('absences') ? random.pick(['employees', 'employees', 'absences']) : 'employees'
  let eventTime = scenarioStart + day * dayMs + dayMs / 2
  const at = (each: Dataset, contents: Contents): Upload => {
    eventTime += 1_000
    return { name: `${each}.csv`, dataset: each, ...contents, eventTime }
  }
  const wrong = at(dataset, wrongExportOf(random, dataset, company.rowsOf(dataset, day)))
  const replaced = pushed.filter((each) => each === dataset || dataset === 'employees')
  const right = replaced.map((each) => at(each, soundExportOf(each, company.rowsOf(each, day))))
  return { uploads: [wrong, ...right], notified: [wrong], corrected: right, forced: false }
}

/** Days on which most people are missing, somebody decides about them, and the right files come again. */
const massLeaveOf = (random: Random, { company, pushed }: Customer, day: number): readonly Phase[] => {
  let eventTime = scenarioStart + day * dayMs + (dayMs * 3) / 4
  const at = (dataset: Dataset, rows: readonly Row[]): Upload => {
    eventTime += 1_000
    return { name: `${dataset}.csv`, dataset, ...soundExportOf(dataset, rows), eventTime }
  }
  const staff = company.rowsOf('employees', day)
  const few = at('employees', staff.slice(0, Math.ceil(staff.length / 3)))
  const right = pushed.map((dataset) => at(dataset, company.rowsOf(dataset, day)))
  const quiet = { uploads: [], notified: [], corrected: [], forced: false }
  return [
    { ...quiet, uploads: [few], notified: [few] },
    { ...quiet, decided: random.pick(['approved', 'discarded']) },
    { ...quiet, uploads: right, corrected: right },
  ]
}

/** The days of the seed's customer; of a small one so few that each call of them can be tried. */
export const writeScenario = (seed: number, isSmall = false): Scenario => {
  const random = rowRandom(seed, 0)
  const company = foundCompany(random, isSmall ? 5 : companySize(random))
  const customer = { company, pushed: pushedBy(random) }
  const phases: Phase[] = []
  let late: readonly Upload[] = []
  const days = isSmall ? 2 : 2 + random.int(3)
  for (let day = 0; day < days; day += 1) {
    const uploads = uploadsOf(random, customer, day)
    const delayed = day > 0 && random.int(4) === 0 ? uploads.slice(0, 1) : []
    const punctual = uploads.filter((upload) => !delayed.includes(upload))
    const repeated = punctual.filter(() => random.int(4) === 0)
    const forced = day > 0 && random.int(5) === 0
    phases.push({ uploads, notified: shuffled(random, [...punctual, ...repeated]), corrected: [], forced })
    // What should have come the day before comes now, behind the newer file.
    if (late.length > 0) phases.push({ uploads: [], notified: late, corrected: [], forced: false })
    late = delayed
    if (late.length === 0 && random.int(2) === 0) phases.push(correctionOf(random, customer, day))
    if (late.length === 0 && random.int(3) === 0) phases.push(...massLeaveOf(random, customer, day))
    company.live(day + 1)
  }
  if (late.length > 0) phases.push({ uploads: [], notified: late, corrected: [], forced: false })
  return { phases }
}
