import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { contentId } from '#core/ids/base58.ts'
import { type Random, rowRandom } from '../../bench/data/random.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import type { Apps } from './apps.ts'
import { hireCrew, type Rest } from './crew.ts'
import { chooseDirective, type Directive } from './directive.ts'
import { dynamoFaults } from './dynamo-faults.ts'
import type { Upload } from './export-file.ts'
import type { Pool } from './pool.ts'
import { type Scenario, writeScenario } from './scenario.ts'
import { runUndisturbed } from './undisturbed.ts'
import * as verify from './verify.ts'
import { openWorld, type World } from './world.ts'

export type RunOptions = {
  readonly seed: number
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
    if (random.int(20) === 0) await audience.ask()
    await delay(10)
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
      syncs: syncsOf(scenario),
      now: clock.now(),
    })),
  ]
}

/** What each new worker meets, up to its death: a number of disruptions in all, then peace. */
const directives = (random: Random): (() => readonly Directive[]) => {
  let left = 4 + random.int(12)
  return () => {
    const chosen: Directive[] = []
    while (left > 0 && chosen.at(-1)?.kind !== 'die') {
      chosen.push(chooseDirective(random))
      left -= 1
    }
    return chosen
  }
}

/** Plays the scenario of a seed with everything in the way that the seed chooses, and says what came out wrong. */
export const runSeed = async ({ seed, endpoint, pool, apps }: RunOptions): Promise<RunResult> => {
  const scenario = writeScenario(seed)
  const random = rowRandom(seed, 1)
  const trace: string[] = []
  const note = (line: string): void => void trace.push(line)
  const integrationId = `sftp:${contentId(contentHash, `faults ${seed}`)}`
  const folder = await mkdtemp(join(tmpdir(), 'rosterport-faults-'))
  const tablesOf = (name: string) => ({ control: `control-${seed}-${name}`, records: `records-${seed}-${name}` })
  const tables = tablesOf('disturbed')
  const undisturbed = await runUndisturbed(scenario, integrationId, {
    endpoint,
    tables: tablesOf('undisturbed'),
    files: join(folder, 'undisturbed'),
  })
  const world = await openWorld(folder, integrationId, { endpoint, tables, apps, random })
  const oneIn = random.pick([1_000_000, 60, 25, 10])
  const size = random.pick([1, 1, 2])
  note(`${size} workers, one request in ${oneIn} meets a fault`)
  const nextDirectives = directives(random)
  let workers = 0
  const crew = await hireCrew({
    pool,
    size,
    assignment: { folder, endpoint, tables },
    offset: world.clock.offset,
    fault: () => dynamoFaults(rowRandom(seed, 2 + workers++), oneIn),
    nextDirectives,
    note,
    release: world.release,
  })
  try {
    // What the moments of real time decide must not decide what else is chosen.
    await disturb(world, crew, scenario, rowRandom(seed, 1_000_000))
    await crew.dismiss()
    const findings = await inspect(world, undisturbed, integrationId, scenario)
    if (findings.length > 0) trace.push(...(await world.log()))
    const files = scenario.phases.flatMap((phase) => phase.uploads).length
    return { findings, trace, troubles: crew.troubles(), kills: crew.kills(), files }
  } catch (error) {
    await crew.dismiss()
    return {
      findings: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      trace,
      troubles: crew.troubles(),
      kills: crew.kills(),
      files: 0,
    }
  } finally {
    await world.close()
    undisturbed.close()
    await rm(folder, { recursive: true, force: true })
  }
}
