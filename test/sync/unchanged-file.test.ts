import { describe, expect, it } from 'vitest'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { callsInto } from './calls-into.ts'
import { employeesCsv, openWorkplace, type Workplace } from './workplace.ts'

/** More than are looked at to find the column names. */
const few = 60
const many = 1_200

/** All as long as each other. */
const people = (count: number): readonly string[] => {
  const id = (number: number): string => String(number).padStart(4, '0')
  return Array.from(
    { length: count },
    (_, i) => `${id(i)},Person,${i > 9 ? id(i % 10) : ''},B,Bern,Research,2020-01-01`,
  )
}

/** The ports, and how often what only rows need is called through them. */
const watched = (ports: SyncPorts) => {
  const calls = { records: 0, ids: 0, built: 0 }
  const records = new Proxy(ports.records, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name)
      if (typeof found !== 'function') return found
      return (...words: readonly unknown[]) => {
        calls.records += 1
        return Reflect.apply(found, target, words)
      }
    },
  })
  const keyedHash: SyncPorts['keyedHash'] = (text) => {
    calls.ids += 1
    return ports.keyedHash(text)
  }
  const openScratch: SyncPorts['openScratch'] = () => {
    const scratch = ports.openScratch()
    return {
      ...scratch,
      add: (text) => {
        calls.built += 1
        return scratch.add(text)
      },
    }
  }
  return { ports: { ...ports, records, keyedHash, openScratch }, calls }
}

/** Pushes a file; answers what the sync says, and what was called. */
const observed = async (work: Workplace, csv: string) => {
  const { ports, calls } = watched(work.ports)
  const message = await work.deliver('employees.csv', csv)
  let counts: unknown
  const inside = await callsInto(['@fast-csv/parse', 'valibot'], async () => {
    counts = (await work.run(message, ports)).datasets[0]?.counts
  })
  return { counts, calls, inside }
}

/** Files with the same rows in another order, so that nothing but the rows says that they did not change. */
const pushTwice = async (count: number) => {
  const work = await openWorkplace()
  const first = await observed(work, employeesCsv(people(count)))
  const before = await work.stored()
  const second = await observed(work, employeesCsv(people(count).toReversed()))
  expect(await work.stored()).toEqual(before)
  return { first, second }
}

describe('a file whose rows did not change', () => {
  it('costs no call for any of its rows: none is parsed, checked, built, read or written', async () => {
    const [one, other] = [await pushTwice(few), await pushTwice(many)]
    expect(other.second.counts).toMatchObject({ rows: many, unchanged: many, created: 0, updated: 0, rerendered: 0 })
    // The one id is nobody's: it tells whose ids the manifest must hold.
    for (const { second } of [one, other]) expect(second.calls).toEqual({ records: 0, ids: 1, built: 0 })
    expect(other.second.inside).toEqual(one.second.inside)
    // Rows that are new do cost such calls: what is counted here is what they cost.
    expect(other.first.calls.records).toBeGreaterThan(0)
    expect(other.first.calls.ids).toBeGreaterThan(many)
    expect(other.first.calls.built).toBeGreaterThan(many)
    expect(other.first.inside['@fast-csv/parse']).toBeGreaterThan(many + (one.first.inside['@fast-csv/parse'] ?? 0))
  })
})
