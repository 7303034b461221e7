import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { Limits } from '#core/sync/limits.ts'
import { openMemoryWorkplace } from './memory-workplace.ts'
import { integrationId } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: {
    first_name: column('first'),
    last_name: column('last'),
    work_email: column('email'),
    date_of_birth: column('born'),
  },
}

type Named = { readonly id: string; readonly number: number }

/** People by their numbers, under whatever ids. */
const csvOf = (people: readonly Named[]): string =>
  [
    'id,first,last,email,born',
    ...people.map(({ id, number: n }) => `${id},First${n},Last${n},p${n}@x.com,${1950 + n}-01-01`),
  ].join('\n')
const staff = (idOf: (number: number) => string) =>
  Array.from({ length: 40 }, (_, number) => ({ id: idOf(number), number }))

type Work = Awaited<ReturnType<typeof openMemoryWorkplace>>

const openStaffed = async (): Promise<Work> => {
  const work = await openMemoryWorkplace([mapping])
  await work.run(await work.deliver('employees', csvOf(staff(String))))
  return work
}
const push = async (work: Work, people: readonly Named[]) => work.run(await work.deliver('employees', csvOf(people)))
const withLimits = (work: Work, limits: Partial<Limits>) =>
  updateDocument(work.ports.control, integrationKey(integrationId), IntegrationSchema, (each) => ({ ...each, limits }))

/** The two halves of the staff have each other's ids. */
const swapped = (count: number) => staff((number) => String(number < count ? (number + 1) % count : number))

describe('a file in which most ids are new', () => {
  it('is held as a whole and names whom it probably has under another id', async () => {
    const work = await openStaffed()
    const before = work.living()
    const { datasets } = await push(
      work,
      staff((number) => `E${number}`),
    )
    expect(datasets[0]).toMatchObject({ outcome: 'refused', issues: [{ code: 'ID_DRIFT' }] })
    expect(work.living()).toEqual(before)
    const [first] = datasets[0]?.pairs ?? []
    const known = before.find(({ remoteId }) => remoteId === first?.from)
    expect(first).toEqual({ id: known?.id, from: known?.remoteId, to: `E${known?.remoteId}`, by: 'email' })
    // The document of a sync stays small; the archived report has them all.
    expect(datasets[0]?.pairs).toHaveLength(20)
  })

  it('is applied up to a limit of the integration’s own', async () => {
    const work = await openStaffed()
    await withLimits(work, { drift: { share: 0.5, records: 41 } })
    const { datasets } = await push(
      work,
      staff((number) => `E${number}`),
    )
    expect(datasets[0]).toMatchObject({ outcome: 'applied', counts: { created: 40, held: 40 } })
  })
})

describe('a file in which known ids are those of other people', () => {
  it('is held as a whole, and says in which rows', async () => {
    const work = await openStaffed()
    const before = work.living()
    const { datasets } = await push(work, swapped(6))
    expect(datasets[0]).toMatchObject({
      outcome: 'refused',
      issues: [{ code: 'IDS_SWAPPED', rows: [2, 3, 4, 5, 6, 7], message: expect.stringContaining('6 of 40') }],
    })
    expect(work.living()).toEqual(before)
  })

  it('is applied where they are few', async () => {
    const work = await openStaffed()
    expect((await push(work, swapped(4))).datasets[0]).toMatchObject({ outcome: 'applied', counts: { updated: 4 } })
  })

  it('is applied up to a limit of the integration’s own', async () => {
    const work = await openStaffed()
    await withLimits(work, { swaps: { share: 0.2, records: 5 } })
    expect((await push(work, swapped(6))).datasets[0]).toMatchObject({ outcome: 'applied', counts: { updated: 6 } })
  })

  it('is not confused with one in which the same people changed', async () => {
    const work = await openStaffed()
    const renamed = csvOf(staff(String)).replaceAll('@x.com', '@y.com').replaceAll(',Last', ',Other')
    const { datasets } = await work.run(await work.deliver('employees', renamed))
    expect(datasets[0]).toMatchObject({ outcome: 'applied', counts: { updated: 40 } })
  })
})

describe('what is stored', () => {
  const reads = async (people: readonly Named[]) => {
    const work = await openStaffed()
    let read = 0
    const get: Work['ports']['records']['get'] = (space, ids) => {
      read += ids.length
      return work.ports.records.get(space, ids)
    }
    const ports = { ...work.ports, records: { ...work.ports.records, get } }
    await work.run(await work.deliver('employees', csvOf(people)), ports)
    return read
  }

  it('is not read for a file in which few have changed', async () => {
    expect(await reads(staff(String).map((each) => (each.number === 3 ? { id: '3', number: 60 } : each)))).toBe(0)
    expect(await reads(swapped(6))).toBe(6)
  })
})
