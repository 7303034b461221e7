import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { contentId } from '#core/ids/base58.ts'
import { type Random, rowRandom } from '../../bench/data/random.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import type { Apps } from './apps.ts'
import { type CrewOptions, hireCrew, peace, type Rest } from './crew.ts'
import { chooseDirective, type Death, type Directive, noDirective } from './directive.ts'
import { dynamoFaults } from './dynamo-faults.ts'
import type { Upload } from './export-file.ts'
import type { Pool } from './pool.ts'
import { type Scenario, writeScenario } from './scenario.ts'
import { runUndisturbed } from './undisturbed.ts'
import * as verify from './verify.ts'
import { openWorld, type World } from './world.ts'

export type RunOptions = {
  readonly seed: number
  /** The one thing that goes wrong, to a small customer, instead of all that the seed chooses. */
  readonly death?: Death
  readonly endpoint: string
  readonly pool: Pool
  readonly apps: Apps
}

export type RunResult = {
  readonly findings: verify.Findings
  /** What was done to the workers, in order. */
  readonly trace: readonly string[]
  readonly troubles: number
  readonly kills: number
  readonly files: number
}

type Crew = Awaited<ReturnType<typeof hireCrew>>

/** Real time within which a phase must come to rest, milliseconds. */
const phaseLimitMs = 600_000
/** So many times all may be found at rest although something could be done. */
const fruitless = 20
/** A message that came so often meets no more faults: after five it would be given up, as it should. */
const patience = 3

/** Moves the clock to the next thing that somebody waits for, unless something can be done at once. */
const passTime = ({ watch, clock }: World, { wakeAt }: Rest, restless: number): number => {
  const times = [...watch.messages().map(({ visible_at }) => visible_at), ...(wakeAt === null ? [] : [wakeAt])]
  const later = times.map((time) => time - clock.now()).filter((time) => time > 0)
  // What could go on at once is given a chance to; if nobody is free to take it, the time must pass.
  const tries = later.length < times.length ? restless + 1 : 0
  if (later.length > 0 && (tries === 0 || tries > fruitless)) clock.pass(Math.min(...later))
  return tries
}

/** Lets the crew work until no message is left, moving the clock whenever everybody only waits for it. */
const untilQuiet = async (world: World, crew: Crew, random: Random, corrected: readonly Upload[]): Promise<void> => {
  const { watch, audience, notify } = world
  const giveUpAt = performance.now() + phaseLimitMs
  const killsBefore = crew.kills()
  let restless = 0
  let corrections = corrected
  const correct = async (): Promise<void> => {
    await notify(corrections)
    corrections = []
  }
  crew.go()
  while (performance.now() < giveUpAt) {
    await crew.replaceDead()
    if (watch.messages().some(({ receive_count }) => receive_count >= patience)) crew.calm(true)
    if (crew.kills() > killsBefore) await correct()
    const rest = await crew.rest()
    const isQuiet = rest?.wakeAt === null && watch.messages().length === 0
    if (isQuiet && corrections.length === 0) return
    if (isQuiet) await correct()
    if (rest) restless = passTime(world, rest, restless)
    crew.go()
    await audience.hear()
    if (random.int(60) === 0) await audience.ask()
    await delay(20)
  }
  throw new Error(`The workers did not come to rest within ${phaseLimitMs} ms.`)
}

/** Lets the apps hear what is yet to be announced, each at its time. */
const hearTheRest = async ({ audience, clock }: World): Promise<void> => {
  await audience.hear()
  for (let at = audience.nextAt(); at !== null; at = audience.nextAt()) {
    clock.pass(at - clock.now())
    await audience.hear()
  }
}

const disturb = async (world: World, crew: Crew, { phases }: Scenario, random: Random): Promise<void> => {
  for (const [index, phase] of phases.entries()) {
    world.clock.pass(86_400_000)
    await world.begin(phase, `forced-${index}`)
    crew.calm(false)
    await untilQuiet(world, crew, random, phase.corrected)
    await hearTheRest(world)
  }
}

const syncsOf = ({ phases }: Scenario): number => {
  const notified = new Set(phases.flatMap(({ notified: first, corrected }) => [...first, ...corrected]))
  const exports = [...notified].filter(({ dataset, csv }) => dataset !== null && csv !== '')
  return exports.length + phases.filter(({ forced }) => forced).length
}

const inspect = async (
  world: World,
  undisturbed: World['stores'],
  integrationId: string,
  scenario: Scenario,
): Promise<verify.Findings> => {
  const { stores, clock, audience } = world
  await world.keepHouse()
  const letters = await world.deadLetters()
  const uploads = scenario.phases.flatMap((phase) => phase.uploads)
  return [
    ...letters.map(({ body }) => `dead letter: ${body}`),
    ...(await verify.compareWithUndisturbed(stores, undisturbed, integrationId)),
    ...(await verify.checkManifests(stores, integrationId)),
    ...(await verify.checkVerified(stores, integrationId)),
    ...(await verify.checkCopies(stores, integrationId, await audience.copies())),
    ...(await verify.checkPresence(stores, integrationId, uploads)),
    ...(await verify.checkControl(stores, integrationId, {
      finished: await world.finished(),
      syncs: syncsOf(scenario) + world.decisions(),
      now: clock.now(),
    })),
  ]
}

/** Everything that gets in the way of a run. */
type Disturbance = {
  readonly workers: number
  /** One request to the database in so many meets a fault. */
  readonly oneIn: number
  /** What each new worker meets, up to its death. */
  readonly nextDirectives: () => readonly Directive[]
}

const never = Number.MAX_SAFE_INTEGER

/** A number of disruptions in all, then peace. */
const disturbanceOf = (random: Random): Disturbance => {
  let left = 4 + random.int(12)
  return {
    oneIn: random.pick([never, 60, 25, 10]),
    workers: random.pick([1, 1, 2]),
    nextDirectives: () => {
      const chosen: Directive[] = []
      while (left > 0 && chosen.at(-1)?.kind !== 'die') {
        chosen.push(chooseDirective(random))
        left -= 1
      }
      return chosen
    },
  }
}

/** The first worker dies, and that is all. */
const oneDeath = (death: Death): Disturbance => {
  const left: Directive[] = [{ ...noDirective, kind: 'die', ...death }]
  return { oneIn: never, workers: 1, nextDirectives: () => left.splice(0) }
}

type Stage = { readonly world: World; readonly undisturbed: World['stores']; readonly integrationId: string }

type Hiring = Omit<CrewOptions, 'offset' | 'release' | 'note'> & { readonly seed: number; readonly trace: string[] }

const play = async (
  { world, undisturbed, integrationId }: Stage,
  scenario: Scenario,
  { seed, trace, ...hiring }: Hiring,
): Promise<RunResult> => {
  const note = (line: string): void => void trace.push(line)
  const crew = await hireCrew({ ...hiring, note, offset: world.clock.offset, release: world.release })
  const findings: string[] = []
  try {
    // What the moments of real time decide must not decide what else is chosen.
    await disturb(world, crew, scenario, rowRandom(seed, 1_000_000))
  } catch (error) {
    findings.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  await crew.dismiss()
  findings.push(...(await inspect(world, undisturbed, integrationId, scenario)))
  if (findings.length > 0) trace.push(...(await world.log()))
  const files = scenario.phases.flatMap((phase) => phase.uploads).length
  return { findings, trace, troubles: crew.troubles(), kills: crew.kills(), files }
}

/** Plays the scenario of a seed with everything in the way that the seed chooses, or a single death, and says what came out wrong. */
export const runSeed = async ({ seed, death, endpoint, pool, apps }: RunOptions): Promise<RunResult> => {
  const scenario = writeScenario(seed, death !== undefined)
  const random = rowRandom(seed, 1)
  const { workers, oneIn, nextDirectives } = death ? oneDeath(death) : disturbanceOf(random)
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-faults-'))
  const integrationId = `sftp:${contentId(contentHash, `faults ${seed}`)}`
  const tablesOf = (name: string) => ({
    control: `${basename(folder)}-${name}-c`,
    records: `${basename(folder)}-${name}-r`,
  })
  const tables = tablesOf('disturbed')
  const place = { endpoint, tables: tablesOf('undisturbed'), files: join(folder, 'undisturbed') }
  const undisturbed = await runUndisturbed(scenario, integrationId, place)
  const world = await openWorld(folder, integrationId, { endpoint, tables, apps, random })
  const trace = [`${workers} workers${oneIn < never ? `, one request in ${oneIn} meets a fault` : ''}`]
  let hired = 0
  const fault = () => (oneIn < never ? dynamoFaults(rowRandom(seed, 2 + hired++), oneIn) : peace)
  try {
    const assignment = { folder, endpoint, tables }
    const options = { pool, size: workers, assignment, fault, nextDirectives, seed, trace }
    return await play({ world, undisturbed, integrationId }, scenario, options)
  } finally {
    await world.close()
    undisturbed.close()
    await rm(folder, { recursive: true, force: true })
  }
}
