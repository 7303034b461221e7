import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { fileKey, filePartition } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { readWhole } from '../../lambdas/sync/plan-file.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'
import { ada, ask, bob, canary, erase, mapping, people, whereFound, zephyrine } from './canary.ts'

const filesOf = (work: Workplace): Promise<ExportFile[]> =>
  Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))

const textOf = async (work: Workplace, { archive }: ExportFile): Promise<string | null> => {
  const bytes = archive && (await readWhole(work.archive, archive))
  return bytes ? new TextDecoder().decode(bytes) : null
}

/** What is left of one file of employees that was read by a mapping. */
const leftOf = async (csv: string, by: Mapping = mapping, stored?: Uint8Array) => {
  const work = await openWorkplace()
  await work.approveAs(by)
  await work.run(await work.deliver('employees.csv', csv))
  const [file] = await filesOf(work)
  if (stored && file?.archive) {
    const { key, versionId } = await work.archive.put(file.archive.key, stored)
    await updateDocument(work.control, fileKey(file), ExportFileSchema, (each) => ({
      ...each,
      archive: { key, versionId },
    }))
  }
  const receipt = await erase(work, await ask(work))
  const [after] = await filesOf(work)
  if (!after) throw new Error('the file is gone')
  const objects = (await whereFound(work)).filter((place) => place.includes('/archive/'))
  return { work, receipt, after, text: await textOf(work, after), objects }
}

const plain = `${people(ada, bob).replaceAll(canary.id, '').replace('asked z.quillfeather@canary.example', '')}\n`

describe('a file with rows of an erased person', () => {
  it('is stored as text without them and what names them; it keeps its id, and no version of the old one is left', async () => {
    const { text, after, objects } = await leftOf(people(ada, bob, zephyrine()))
    expect(text).toBe(plain)
    expect(after).toMatchObject({ state: 'ACCEPTED', archive: { key: expect.stringContaining(after.id) } })
    expect(objects).toEqual([])
  })

  it('that was packed is stored unpacked', async () => {
    const csv = people(ada, bob, zephyrine())
    const { text, objects } = await leftOf(csv, mapping, gzipSync(csv))
    expect(text).toBe(plain)
    expect(objects).toEqual([])
  })

  it('goes as a whole where it cannot be read', async () => {
    const { text, receipt } = await leftOf(people(ada, zephyrine()), mapping, gzipSync(people(ada)).subarray(0, 30))
    expect(text).toBeNull()
    expect(receipt?.files).toMatchObject([{ outcome: 'removed' }])
  })

  it('has its names where the mapping looks for them, and nothing above them', async () => {
    const by = { ...mapping, dialect: { headerRow: 3 } }
    const csv = `Printed by Zephyrine Quillfeather\n\n${people(ada, zephyrine())}`
    const { work, text } = await leftOf(csv, by)
    expect(text).toBe(`\n\n${people(ada).replace('asked z.quillfeather@canary.example', '')}\n`)
    const sync = await work.run({ kind: 'sync', integrationId, syncId: 'again', reason: 'forced' })
    expect(sync.datasets).toMatchObject([{ outcome: 'applied', counts: { rows: 1, unchanged: 1, removed: 0 } }])
  })

  it('of blocks loses the whole block, and nobody inherits it', async () => {
    const by = { ...mapping, rows: { fillDown: ['id', 'first', 'last'] } }
    const block = ['', '', '', 'other@canary.example', '', 'Rom', '2022-01-01', '']
    const { text } = await leftOf(people(ada, zephyrine(), block), by)
    expect(text).toBe(`${people(ada).replace('asked z.quillfeather@canary.example', '')}\n`)
  })

  it('that names managers by their address does not name them any more', async () => {
    const { 'manager.remote_id': manager, ...fields } = mapping.fields
    const by = { ...mapping, fields: { ...fields, ...(manager ? { 'manager.work_email': manager } : {}) } }
    const carl = ['3', 'Carl', 'Cole', 'carl@acme.example', 'Z.Quillfeather@canary.example', 'Bern', '2021-01-01', '']
    const { text, work } = await leftOf(people(ada, carl, zephyrine()), by)
    expect(text).not.toMatch(/quillfeather/i)
    expect(JSON.parse((await work.stored()).get('hris_employees 3')?.body ?? '')).toMatchObject({ manager: null })
  })

  it('keeps what only looks like their id: the same digits in a mapped column of somebody else', async () => {
    const seven = ['7', 'Seven', 'Sevenson', 'seven@acme.example', '', 'Bern', '2021-01-01', '']
    const other = ['8', 'Otto', '7', 'otto@acme.example', '', '7', '2021-01-01', '7']
    const work = await openWorkplace()
    await work.approveAs(mapping)
    await work.run(await work.deliver('employees.csv', people(seven, other)))
    await erase(work, await ask(work, { remote_id: '7' }))
    const [file] = await filesOf(work)
    expect(file && (await textOf(work, file))).toBe(`${people(other).replace(/7$/, '')}\n`)
  })
})

it('a file without the person, and one that no mapping understands and that does not name them, stay as they are', async () => {
  const work = await openWorkplace()
  await work.approveAs({ ...mapping, manifest: 'export' })
  await work.run(await work.deliver('employees.csv', people(ada)))
  await work.run(await work.deliver('contracts.csv', 'id;title\n1;Countess'))
  await work.run(await work.deliver('export.done', ''))
  await work.run(await work.deliver('export.txt', 'absences.csv'))
  const before = (await filesOf(work)).map(({ archive }) => archive)
  const receipt = await erase(work, await ask(work, { remote_id: 'somebody' }))
  expect((await filesOf(work)).map(({ archive }) => archive)).toEqual(before)
  expect(receipt).toMatchObject({ state: 'DONE', files: [], records: {} })
})
