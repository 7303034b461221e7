import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildOrder, type Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { factsOf, type MemoryWorkplace, openMemoryWorkplace } from './memory-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

/** Each dataset with its columns, and what their cells may hold. */
const subjects: Readonly<
  Partial<Record<Dataset, { columns: Readonly<Record<string, readonly string[]>>; fields: Mapping['fields'] }>>
> = {
  groups: {
    columns: {
      id: ['10', '20', 'Sales'],
      name: ['Sales', 'Research', '10', ''],
      type: ['DEPARTMENT', 'TEAM', ''],
      parent: ['', '10', 'Sales', '99'],
    },
    fields: { name: column('name'), type: column('type'), 'parent.remote_id': column('parent') },
  },
  legal_entities: {
    columns: { id: ['E', 'F'], name: ['Acme', 'Emca', ''] },
    fields: { name: column('name') },
  },
  locations: {
    columns: { id: ['B', 'Z', 'Bern'], name: ['Bern', 'Zug', 'B', ''], city: ['Bern', ''] },
    fields: { name: column('name'), 'address.city': column('city') },
  },
  absence_types: {
    columns: { id: ['V', 'S', 'T'], name: ['Vacation', 'Sick', 'S', ''], unit: ['DAYS', 'HOURS'] },
    fields: { name: column('name'), unit: column('unit') },
  },
  employees: {
    columns: {
      id: ['1', '2', '3'],
      name: ['Ada', 'Bob'],
      site: ['', 'B', 'Z'],
      site_name: ['Bern', 'Zug', ''],
      entity: ['Acme', 'F', ''],
      department: ['', '10', 'Research'],
      team: ['Sales', '20', ''],
    },
    fields: {
      first_name: column('name'),
      'work_location.remote_id': column('site'),
      'work_location.name': column('site_name'),
      'legal_entity.name': column('entity'),
      'department.name': column('department'),
      'team.name': column('team'),
    },
  },
  absences: {
    columns: {
      id: ['1', '2', '3'],
      employee: ['anchor', '1', '9'],
      type: ['V', 'S', ''],
      type_name: ['Vacation', 'Sick', ''],
    },
    fields: {
      'employee.remote_id': column('employee'),
      'type.remote_id': column('type'),
      'type.name': column('type_name'),
      start_date: [{ from: 'constant', value: '2026-01-01' }],
    },
  },
  time_off_balances: {
    columns: {
      id: ['1', '2', '3'],
      employee: ['anchor', '1', '9'],
      type: ['V', 'S', 'O'],
      type_name: ['Vacation', 'Sickness', ''],
      left: ['1', '2'],
    },
    fields: {
      'employee.remote_id': column('employee'),
      'type.remote_id': column('type'),
      'type.name': column('type_name'),
      balance: column('left'),
    },
  },
}
const names = buildOrder.filter((dataset) => subjects[dataset])
const mappings = names.map(
  (dataset): Mapping => ({
    dataset,
    id: { columns: ['id'] },
    fields: subjects[dataset]?.fields ?? {},
  }),
)

type Upload = { readonly dataset: Dataset; readonly text: string }

const uploadOf = (dataset: Dataset): fc.Arbitrary<Upload> => {
  const columns = subjects[dataset]?.columns ?? {}
  const row = fc.tuple(...Object.values(columns).map((cells) => fc.constantFrom(...cells)))
  // Without any record, the removals of a file would be held.
  const anchor = Object.entries(columns).map(([name, cells]) => (name === 'id' ? 'anchor' : cells[0]))
  return fc.uniqueArray(row, { maxLength: 3, selector: ([id]) => id }).map((rows) => ({
    dataset,
    text: [Object.keys(columns), anchor, ...rows].map((cells) => cells.join(',')).join('\n'),
  }))
}

const uploads = fc.array(fc.oneof(...names.map(uploadOf)), { minLength: 2, maxLength: 9 })

const send = async (work: MemoryWorkplace, { dataset, text }: Upload) => work.run(await work.deliver(dataset, text))

/** What the newest files come to in a deployment that has seen no others. */
const rebuilt = async (all: readonly Upload[]) => {
  const work = await openMemoryWorkplace(mappings)
  for (const dataset of names) {
    const newest = all.findLast((upload) => upload.dataset === dataset)
    if (newest) await send(work, newest)
  }
  return factsOf(work)
}

/** The same rows with a column that nothing reads, so that each of them is looked at again. */
const widened = ({ dataset, text }: Upload): Upload => ({ dataset, text: text.replaceAll(/$/gm, ',x') })

const stampsOf = (work: MemoryWorkplace) =>
  work.living().map(({ model, remoteId, id, changedAt, feedAt }) => [model, remoteId, id, changedAt, feedAt])

const runs = Number(process.env.SYNC_RUNS ?? 25)

describe('records that several datasets tell of', () => {
  it('come to the same in any sequence of files as in a rebuild from the newest', async () => {
    await fc.assert(
      fc.asyncProperty(uploads, async (all) => {
        const work = await openMemoryWorkplace(mappings)
        for (const [index, upload] of all.entries()) {
          await send(work, upload)
          expect(factsOf(work)).toEqual(await rebuilt(all.slice(0, index + 1)))
        }
        const verified = await work.run(await work.ask('verify'))
        expect(verified.verified?.differing).toBe(0)
      }),
      { numRuns: runs },
    )
  }, 240_000)

  it('keep their time stamps when their files come again', async () => {
    await fc.assert(
      fc.asyncProperty(uploads, async (all) => {
        const work = await openMemoryWorkplace(mappings)
        for (const upload of all) await send(work, upload)
        const before = stampsOf(work)
        for (const dataset of names) {
          const newest = all.findLast((upload) => upload.dataset === dataset)
          if (newest) await send(work, widened(newest))
        }
        expect(stampsOf(work)).toEqual(before)
      }),
      { numRuns: runs },
    )
  }, 240_000)

  it('come to the same wherever a sync dies', async () => {
    await fc.assert(
      fc.asyncProperty(uploads, fc.nat(80), fc.boolean(), async (all, fatal, comesAgain) => {
        const work = await openMemoryWorkplace(mappings)
        for (const [index, upload] of all.entries()) {
          const message = await work.deliver(upload.dataset, upload.text)
          const { ports } = mortalPorts(work.ports, fatal + 1)
          await work.run(message, ports).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error
          })
          // Else only the sync of a newer file finds what it left behind.
          if (comesAgain || index === all.length - 1) await work.run(message)
        }
        expect(factsOf(work)).toEqual(await rebuilt(all))
        const verified = await work.run(await work.ask('verify'))
        expect(verified.verified?.differing).toBe(0)
      }),
      { numRuns: runs },
    )
  }, 240_000)
})
