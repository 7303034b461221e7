import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#core/files/datasets.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { factsOf, type MemoryWorkplace, openMemoryWorkplace } from './memory-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]

/** Each dataset with its columns, and what their cells may hold. */
const subjects: Readonly<
  Partial<Record<Dataset, { columns: Readonly<Record<string, readonly string[]>>; fields: Mapping['fields'] }>>
> = {
  employees: {
    columns: { id: ['1', '2', '3'], name: ['Ada', 'Bob'] },
    fields: { first_name: column('name') },
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
const names = Object.keys(subjects) as readonly Dataset[]
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

const uploads = fc.array(fc.oneof(...names.map(uploadOf)), { minLength: 2, maxLength: 7 })

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

const runs = Number(process.env.SYNC_RUNS ?? 150)

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

  it('come to the same wherever a sync dies', async () => {
    await fc.assert(
      fc.asyncProperty(uploads, fc.nat(60), async (all, fatal) => {
        const work = await openMemoryWorkplace(mappings)
        for (const upload of all) {
          const message = await work.deliver(upload.dataset, upload.text)
          const { ports } = mortalPorts(work.ports, fatal + 1)
          await work.run(message, ports).catch((error: unknown) => {
            if (!(error instanceof Killed)) throw error
          })
          await work.run(message)
        }
        expect(factsOf(work)).toEqual(await rebuilt(all))
        const verified = await work.run(await work.ask('verify'))
        expect(verified.verified?.differing).toBe(0)
      }),
      { numRuns: runs },
    )
  }, 240_000)
})
