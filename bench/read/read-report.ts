import { machine, round, versionOf } from '../machine.ts'
import { median } from '../measure.ts'
import type { Progress } from '../progress.ts'
import { createCompany } from './company.ts'
import { type Compared, checkWalk, comparePages, latencies, pollChanges, type Spent, walk } from './measure-read.ts'
import { bareReader, pageSize, servedReader } from './readers.ts'
import { type Store, withStore } from './store.ts'

export type ReadSettings = { readonly records: number; readonly runs: number; readonly seed: number }

const smallCompany = 1_000
/** As a million records have them. */
const manyShards = 40
const changedEmployees = 20
const comparedPages = 40
const readers = 50

const perPage = (spent: readonly Spent[]): number => median(spent.map(({ cpuMs, pages }) => cpuMs / pages))

const unitsPerPage = ([first]: readonly Spent[]): number => (first ? first.readUnits / first.pages : 0)

const pageReport = ({ bare, page, endpoint }: Compared) => ({
  page_cpu_ratio: round(perPage(page) / perPage(bare)),
  endpoint_cpu_ratio: round(perPage(endpoint) / perPage(bare)),
  bare_query_cpu_ms: round(perPage(bare)),
  page_cpu_ms: round(perPage(page)),
  endpoint_cpu_ms: round(perPage(endpoint)),
  bare_query_read_units: round(unitsPerPage(bare), 1),
  page_read_units: round(unitsPerPage(page), 1),
  endpoint_read_units: round(unitsPerPage(endpoint), 1),
})

const walkReport = ({ pages, seconds, cpuMs, readUnits }: Spent) => ({
  pages,
  seconds: round(seconds, 1),
  cpu_s: round(cpuMs / 1e3),
  read_units: round(readUnits, 0),
})

const latencyReport = (taken: readonly number[]) => ({
  pages: taken.length,
  p50_ms: round(taken[Math.floor(taken.length * 0.5)] ?? 0, 1),
  p99_ms: round(taken[Math.floor(taken.length * 0.99)] ?? 0, 1),
})

const measureReads = async (store: Store, { records, runs, seed }: ReadSettings, progress: Progress) => {
  const small = await createCompany(store, { name: 'small', employees: smallCompany, seed }, progress)
  const large = await createCompany(store, { name: 'large', employees: records, seed }, progress)
  const spread = { name: 'spread', employees: smallCompany, seed, shards: manyShards }
  const sharded = await createCompany(store, spread, progress)
  const [bare, served] = [bareReader(store, large), servedReader(store, large)]
  progress('checking that walks meet everybody')
  for (const reader of [bare, served]) await checkWalk(reader, large)
  const pageBytes = (await served()).bytes()
  progress('comparing pages')
  const compared = await comparePages(store, large, { pages: comparedPages, runs })
  progress('walking')
  const walks = {
    served: await walk(store, served, Number.POSITIVE_INFINITY),
    bare: await walk(store, bare, Number.POSITIVE_INFINITY),
  }
  progress(`${readers} readers at a time`)
  const concurrent = { served: await latencies(served, readers), bare: await latencies(bare, readers) }
  const change = { seed, changed: changedEmployees, progress }
  const polls = {
    small: await pollChanges(store, small, change),
    large: await pollChanges(store, large, change),
    sharded: await pollChanges(store, sharded, change),
  }
  return { pageBytes, compared, walks, concurrent, polls }
}

/** Everything about reading that was measured, under the names that scripts rely on. CPU is that of the reading process alone. */
export const readReport = async ({ records, runs, seed }: ReadSettings, progress: Progress) => {
  const settings = { records, runs, seed }
  const { pageBytes, compared, walks, concurrent, polls } = await withStore((store) =>
    measureReads(store, settings, progress),
  )
  const { small, large, sharded } = polls
  return {
    ...pageReport(compared),
    page_kb: round(pageBytes / 1e3, 1),
    updated_after: {
      changed: changedEmployees,
      cpu_ratio: round(large.cpuMs / small.cpuMs),
      small: { ...small, cpuMs: round(small.cpuMs) },
      large: { ...large, cpuMs: round(large.cpuMs) },
      sharded: { ...sharded, cpuMs: round(sharded.cpuMs), shards: manyShards },
    },
    walk: { served: walkReport(walks.served), bare: walkReport(walks.bare) },
    concurrent: { readers, served: latencyReport(concurrent.served), bare: latencyReport(concurrent.bare) },
    page_size: pageSize,
    ...settings,
    machine: machine(),
    versions: {
      node: process.versions.node,
      dynalite: versionOf('dynalite'),
      client: versionOf('@aws-sdk/client-dynamodb'),
    },
    command: `npm run -s bench -- read --records ${settings.records} --runs ${settings.runs} --seed ${settings.seed} --json`,
    date: new Date().toISOString(),
  }
}
