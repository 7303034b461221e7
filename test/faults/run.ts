import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { contentId } from '#core/ids/base58.ts'
import { type Random, rowRandom } from '../../bench/data/random.ts'
import { contentHash } from '../../lambdas/runtime/system.ts'
import { hireCrew } from './crew.ts'
import { chooseDirective, type Directive, noDirective } from './directive.ts'
import { dynamoFaults } from './dynamo-faults.ts'
import type { Upload } from './export-file.ts'
import type { Pool } from './pool.ts'
import { type Scenario, writeScenario } from './scenario.ts'
import { runUndisturbed } from './undisturbed.ts'
import * as verify from './verify.ts'
import { openWorld, type World } from './world.ts'

export type RunOptions = { readonly seed: number; readonly endpoint: string; readonly pool: Pool }

export type RunResult = {
  readonly findings: verify.Findings
  /** What was done to the workers, in order. */
  readonly trace: readonly string[]
  readonly kills: number
  readonly files: number
}

type Crew = Awaited<ReturnType<typeof hireCrew>>

/** Real time within which a phase must come to rest, milliseconds. */
const phaseLimitMs = 60_000
/** So many times all may be found at rest although something could be done. */
const fruitless = 20
/** A message that came so often meets no more faults: after five it would be given up, as it should. */
const patience = 3

/** Lets the crew work until no message is left, moving the clock whenever everybody only waits for it. */
const untilQuiet = async (
  { watch, clock, reader, notify }: World,
  crew: Crew,
  random: Random,
  corrected: readonly Upload[],
): Promise<void> => {
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
    const messages = watch.messages()
    if (messages.some(({ receive_count }) => receive_count >= patience)) crew.calm(true)
    if (crew.kills() > killsBefore) await correct()
    const rest = await crew.rest()
    if (rest) {
      const waiting = watch.messages()
      if (waiting.length === 0 && rest.wakeAt === null && corrections.length === 0) return
      if (waiting.length === 0 && rest.wakeAt === null) await correct()
      const times = [...waiting.map(({ visible_at }) => visible_at), ...(rest.wakeAt === null ? [] : [rest.wakeAt])]
      const later = times.map((time) => time - clock.now()).filter((time) => time > 0)
      // What could go on at once is given a chance to; if nobody is free to take it, the time must pass.
      restless = later.length < times.length ? restless + 1 : 0
      if (later.length > 0 && (restless === 0 || restless > fruitless)) clock.pass(Math.min(...later))
    }
    if (random.int(12) === 0) await reader.poll()
    crew.go()
    await delay(5)
  }
  throw new Error(`The workers did not come to rest within ${phaseLimitMs} ms.`)
}

const disturb = async (world: World, crew: Crew, { phases }: Scenario, random: Random): Promise<void> => {
  for (const [index, phase] of phases.entries()) {
    world.clock.pass(86_400_000)
    await world.begin(phase, `forced-${index}`)
    crew.calm(false)
    await untilQuiet(world, crew, random, phase.corrected)
    await world.reader.poll()
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
  const { stores, clock, reader } = world
  await world.keepHouse()
  await reader.poll()
  const letters = await world.deadLetters()
  const uploads = scenario.phases.flatMap((phase) => phase.uploads)
  return [
    ...letters.map(({ body }) => `dead letter: ${body}`),
    ...(await verify.compareWithUndisturbed(stores, undisturbed, integrationId)),
    ...(await verify.checkManifests(stores, integrationId)),
    ...(await verify.checkFeed(stores, integrationId, reader.copy())),
    ...(await verify.checkPresence(stores, integrationId, uploads)),
    ...(await verify.checkControl(stores, integrationId, {
      finished: await world.finished(),
      syncs: syncsOf(scenario),
      now: clock.now(),
    })),
  ]
}

/** What each new worker meets: a number of disruptions, then peace. */
const directives = (random: Random): (() => Directive) => {
  let left = 3 + random.int(10)
  return () => {
    left -= 1
    return left < 0 ? noDirective : chooseDirective(random)
  }
}

/** Plays the scenario of a seed with everything in the way that the seed chooses, and says what came out wrong. */
export const runSeed = async ({ seed, endpoint, pool }: RunOptions): Promise<RunResult> => {
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
  const world = await openWorld(folder, integrationId, { endpoint, tables })
  const oneIn = random.pick([1_000_000, 60, 25, 10])
  const size = random.pick([1, 1, 2])
  note(`${size} workers, one request in ${oneIn} meets a fault`)
  const nextDirective = directives(random)
  let workers = 0
  const crew = await hireCrew({
    pool,
    size,
    assignment: { folder, endpoint, tables },
    offset: world.clock.offset,
    fault: () => dynamoFaults(rowRandom(seed, 2 + workers++), oneIn),
    nextDirective,
    note,
    release: world.release,
  })
  try {
    await disturb(world, crew, scenario, random)
    await crew.dismiss()
    const findings = await inspect(world, undisturbed, integrationId, scenario)
    if (findings.length > 0) trace.push(...(await world.log()))
    const files = scenario.phases.flatMap((phase) => phase.uploads).length
    return { findings, trace, kills: crew.kills(), files }
  } catch (error) {
    await crew.dismiss()
    return {
      findings: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      trace,
      kills: crew.kills(),
      files: 0,
    }
  } finally {
    world.close()
    undisturbed.close()
    await rm(folder, { recursive: true, force: true })
  }
}
