// Plays random days of random customers while killing whoever works on them: npm run faults -- --runs 1000 --seed 1
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import { startApps } from './apps.ts'
import { openPool } from './pool.ts'
import { type RunResult, runSeed } from './run.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '4' },
    sweep: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const firstSeed = Number(values.seed)
const atOnce = Number(values['at-once'])
if (!(runs > 0 && atOnce > 0) || !Number.isSafeInteger(firstSeed)) {
  console.error('Usage: npm run faults -- [--runs N] [--seed N] [--at-once N] [--sweep]')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'rosterport-faults-'))
const dynamo = await startDynamo({ path: folder, port: 0, tables: { control: 'control', records: 'records' } })
const pool = await openPool()
const apps = startApps()
const startedAt = performance.now()
const seconds = (): number => Math.round((performance.now() - startedAt) / 1000)

const totals = { done: 0, failed: [] as number[], kills: 0, troubles: 0, files: 0 }

const report = async (seed: number, { findings, trace, kills, troubles, files }: RunResult): Promise<void> => {
  totals.done += 1
  totals.kills += kills
  totals.troubles += troubles
  totals.files += files
  if (findings.length > 0) {
    totals.failed.push(seed)
    const log = join(tmpdir(), `rosterport-faults-seed-${seed}.log`)
    await writeFile(log, [...trace, ...findings].map((line) => `${line}\n`).join(''))
    console.error(`\nSeed ${seed} failed: ${findings[0]?.split('\n')[0]}`)
    console.error(`What happened: ${log}. Replay it: npm run faults -- --runs 1 --seed ${seed}`)
  }
  const { done, failed } = totals
  process.stderr.write(
    `\r${done}${values.sweep ? '' : ` of ${runs}`} runs, ${failed.length} failed, ${totals.kills} kills, ${seconds()} s `,
  )
}

let next = 0
/** A sweep kills one worker for each call of one customer's days, before and after it: it ends when nobody came to the call any more. */
let swept = false
const work = async (): Promise<void> => {
  while (values.sweep ? !swept : next < runs) {
    const number = next
    next += 1
    const seed = values.sweep ? firstSeed : firstSeed + number
    const moment = number % 2 === 0 ? ('before' as const) : ('after' as const)
    const death = values.sweep && { death: { call: 1 + Math.floor(number / 2), moment } }
    const result = await runSeed({ seed, ...death, endpoint: dynamo.endpoint, pool, apps })
    swept ||= result.kills === 0
    await report(seed, result)
  }
}
await Promise.all(Array.from({ length: atOnce }, work))

apps.close()
await pool.close()
await dynamo.close()
await rm(folder, { recursive: true, force: true })
process.stderr.write('\n')
const { files, kills, troubles, failed } = totals
console.log(
  `${totals.done} runs ${values.sweep ? 'of' : 'from'} seed ${firstSeed}: ${files} files, ${troubles} troubles, ${kills} workers killed, ${failed.length} runs failed${failed.length > 0 ? ` (${failed.join(', ')})` : ''}, ${seconds()} s`,
)
process.exitCode = failed.length > 0 ? 1 : 0
