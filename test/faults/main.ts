// Plays random days of random customers while killing whoever works on them: npm run faults -- --runs 1000 --seed 1
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import { openPool } from './pool.ts'
import { type RunResult, runSeed } from './run.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
})
const runs = Number(values.runs)
const firstSeed = Number(values.seed)

const folder = await mkdtemp(join(tmpdir(), 'rosterport-faults-'))
const dynamo = await startDynamo({ path: folder, port: 0, tables: { control: 'control', records: 'records' } })
const pool = openPool()
const startedAt = performance.now()
const seconds = (): number => Math.round((performance.now() - startedAt) / 1000)

const totals = { failed: [] as number[], kills: 0, files: 0 }

const report = (seed: number, { findings, trace, kills, files }: RunResult): void => {
  totals.kills += kills
  totals.files += files
  if (findings.length === 0) return
  totals.failed.push(seed)
  console.error(`\nSeed ${seed} failed. Replay it: npm run faults -- --seed ${seed} --runs 1`)
  for (const line of trace) console.error(`  ${line}`)
  for (const finding of findings) console.error(finding)
}

for (let run = 0; run < runs; run += 1) {
  report(firstSeed + run, await runSeed({ seed: firstSeed + run, endpoint: dynamo.endpoint, pool }))
  process.stderr.write(
    `\r${run + 1} of ${runs} runs, ${totals.failed.length} failed, ${totals.kills} kills, ${seconds()} s `,
  )
}

await pool.close()
await dynamo.close()
await rm(folder, { recursive: true, force: true })
process.stderr.write('\n')
console.log(
  `${runs} runs from seed ${firstSeed}: ${totals.files} files, ${totals.kills} workers killed, ${totals.failed.length} runs failed${totals.failed.length > 0 ? ` (${totals.failed.join(', ')})` : ''}, ${seconds()} s`,
)
process.exitCode = totals.failed.length > 0 ? 1 : 0
