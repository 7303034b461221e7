import { median } from '../measure.ts'
import { cpuSeconds } from '../passes/outcome.ts'
import type { Progress } from '../progress.ts'
import { type Company, changeEmployees, portsOf } from './company.ts'
import { bareReader, type FirstPage, type PageRead, pageReader, servedReader } from './readers.ts'
import type { Store } from './store.ts'

export type Spent = {
  readonly cpuMs: number
  readonly seconds: number
  readonly readUnits: number
  readonly pages: number
}

/** Reads up to `pages` pages one after the other. */
export const walk = async (
  store: Store,
  first: FirstPage,
  pages: number,
): Promise<Spent & { readonly last: PageRead }> => {
  store.takeReadUnits()
  const [cpu, since] = [cpuSeconds(), performance.now()]
  let page = await first()
  let read = 1
  while (page.next && read < pages) {
    page = await page.next()
    read += 1
  }
  const [cpuMs, seconds] = [(cpuSeconds() - cpu) * 1e3, (performance.now() - since) / 1e3]
  return { cpuMs, seconds, readUnits: store.takeReadUnits(), pages: read, last: page }
}

/** Throws unless a walk through the company meets everybody. */
export const checkWalk = async (first: FirstPage, { employees }: Company): Promise<void> => {
  let met = 0
  for (let page: PageRead | undefined = await first(); page; page = await page.next?.()) met += page.count()
  if (met !== employees)
    throw new Error(`A walk met ${met} employees, although there are ${employees}. Nothing was measured.`)
}

const readerNames = ['bare', 'page', 'endpoint'] as const
type ReaderName = (typeof readerNames)[number]
export type Compared = Readonly<Record<ReaderName, readonly Spent[]>>

/** The same pages in three ways, in turns, so that whatever else the machine does meets all of them alike. */
export const comparePages = async (
  store: Store,
  company: Company,
  { pages, runs }: { readonly pages: number; readonly runs: number },
): Promise<Compared> => {
  const spent: Record<ReaderName, Spent[]> = { bare: [], page: [], endpoint: [] }
  const readers = {
    bare: bareReader(store, company),
    page: pageReader(store, company),
    endpoint: servedReader(store, company),
  }
  // Once unmeasured: what is compiled while it runs should be compiled by then.
  for (const name of readerNames) await walk(store, readers[name], pages)
  for (let run = 0; run < runs; run += 1)
    for (const name of readerNames) spent[name].push(await walk(store, readers[name], pages))
  return spent
}

const pagesPerReader = 5

/** How long each page takes while so many readers read at the same time, milliseconds, sorted. */
export const latencies = async (first: FirstPage, readers: number): Promise<readonly number[]> => {
  const taken: number[] = []
  const timed = async (read: FirstPage): Promise<PageRead> => {
    const since = performance.now()
    const page = await read()
    taken.push(performance.now() - since)
    return page
  }
  const reader = async (): Promise<void> => {
    let page = await timed(first)
    for (let read = 1; page.next && read < pagesPerReader; read += 1) page = await timed(page.next)
  }
  await Promise.all(Array.from({ length: readers }, reader))
  return taken.sort((a, b) => a - b)
}

export type Poll = { readonly employees: number; readonly cpuMs: number; readonly readUnits: number }

const polls = 40

/** What it costs to ask for what changed when little did. */
export const pollChanges = async (
  store: Store,
  company: Company,
  { seed, changed, progress }: { readonly seed: number; readonly changed: number; readonly progress: Progress },
): Promise<Poll> => {
  const changedAt = portsOf(store).system.clock() - 60_000
  await changeEmployees(store, company, { seed, count: changed, changedAt })
  const reader = servedReader(store, company, { updated_after: new Date(changedAt).toISOString() })
  const met = (await reader()).count()
  if (met !== changed)
    throw new Error(`${met} changed employees were found, although ${changed} changed. Nothing was measured.`)
  const spent: Spent[] = []
  for (let poll = 0; poll < polls; poll += 1) spent.push(await walk(store, reader, 1))
  progress(`polled for ${changed} changes among ${company.employees}`)
  return {
    employees: company.employees,
    cpuMs: median(spent.map(({ cpuMs }) => cpuMs)),
    readUnits: median(spent.map(({ readUnits }) => readUnits)),
  }
}
