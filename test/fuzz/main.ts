// Throws hostile input at everything that takes input from outside: npm run fuzz -- --cases 1000000 --seed 1
import { parseArgs } from 'node:util'
import type { Failure } from './batch.ts'
import { fuzz } from './run.ts'
import { targets } from './targets.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string' },
  },
})
const cases = Number(values.cases)
const seed = Number(values.seed)
const names = targets.map(({ name }) => name).filter((name) => values.target === undefined || name === values.target)
if (names.length === 0 || !(cases > 0) || !Number.isSafeInteger(seed)) {
  console.error(`Usage: npm run fuzz -- [--cases N] [--seed N] [--target ${targets.map(({ name }) => name).join('|')}]`)
  process.exit(2)
}

const startedAt = performance.now()
const summary = (done: number, failures: readonly Failure[]): string => {
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const mb = Math.round(process.memoryUsage.rss() / 1_000_000)
  return `${done} of ${cases} cases, ${failures.length} batches failed, ${mb} MB, ${seconds} s`
}

let told = 0
const failures = await fuzz({
  targets: names,
  cases,
  seed,
  progress: (done, found) => {
    for (const failure of found.slice(told)) {
      console.error(`\n${failure.target}: ${failure.reason}\nThe smallest input: ${failure.input}`)
      console.error(
        `Replay it: npm run fuzz -- --target ${failure.target} --seed ${failure.seed} --cases ${failure.cases}`,
      )
    }
    told = found.length
    process.stderr.write(`\r${summary(done, found)} `)
  },
})
process.stderr.write('\n')
console.log(summary(cases, failures))
process.exitCode = failures.length > 0 ? 1 : 0
