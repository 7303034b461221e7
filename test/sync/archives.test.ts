import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { environmentKey, filePartition } from '#core/control/keys.ts'
import { makeZip, type ZipEntry } from '../decode/make-zip.ts'
import { byName, joinedMapping, joinedWorkplace, staff, statesOf, titles, titlesOf } from './joined-workplace.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60 * 1000

const people = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Research,2021-01-01'])
const absences = 'id,employee,type,start\na,1,Ill,2026-01-01\n'
const files = (...entries: readonly (readonly [string, ZipEntry['bytes']])[]): Buffer =>
  makeZip(entries.map(([name, bytes]) => ({ name, bytes })))

const pushed = async (work: Workplace, name: string, bytes: string | Uint8Array) =>
  work.run(await work.deliver(name, bytes))

const filesOf = (work: Workplace): Promise<readonly ExportFile[]> =>
  Array.fromAsync(listDocuments(work.control, filePartition(integrationId), ExportFileSchema))

const uploadOf = async (work: Workplace): Promise<ExportFile | undefined> =>
  (await filesOf(work)).find(({ unpackedFrom }) => unpackedFrom === undefined)

const bytesOf = async (work: Workplace, { archive }: ExportFile): Promise<string | undefined> => {
  const body = archive && (await work.archive.open(archive))
  return body ? new Response(ReadableStream.from(body)).text() : undefined
}

describe('a zip archive of several exports', () => {
  it('is applied as if each of them had come by itself, and says which were taken and which were not, and why', async () => {
    const work = await joinedWorkplace()
    const archive = files(
      ['out/employees-2026-01-31.csv', staff],
      ['out/contracts.csv', titles],
      ['out/absences.csv', absences],
      ['__MACOSX/._employees.csv', 'x'],
      ['people.csv', 'id,name\n'],
      ['readme.pdf', 'x'],
      ['locations.csv', ''],
      ['groups.csv.gz', gzipSync('id,name\n')],
    )
    const sync = await pushed(work, 'hr export.ZIP', archive)
    expect(sync.datasets.map(({ dataset, outcome, fileName }) => [dataset, outcome, fileName])).toEqual([
      ['employees', 'applied', 'hr export.ZIP/out/employees-2026-01-31.csv'],
      ['absences', 'applied', 'hr export.ZIP/out/absences.csv'],
    ])
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
    expect(await statesOf(work)).toEqual({
      'hr export.ZIP': 'UNPACKED',
      'hr export.ZIP/out/employees-2026-01-31.csv': 'ACCEPTED',
      'hr export.ZIP/out/contracts.csv': 'ACCEPTED',
      'hr export.ZIP/out/absences.csv': 'ACCEPTED',
      'hr export.ZIP/people.csv': 'IGNORED',
    })
    const said = (await uploadOf(work))?.issues.map(({ code, params }) => [code, params?.files])
    expect(said).toEqual([
      ['ARCHIVE_UNPACKED', ['out/absences.csv', 'out/contracts.csv', 'out/employees-2026-01-31.csv']],
      ['ARCHIVE_MEMBER_LEFT', ['people.csv']],
      ['ARCHIVE_MEMBER_LEFT', ['readme.pdf']],
      ['ARCHIVE_MEMBER_LEFT', ['locations.csv']],
      ['ARCHIVE_MEMBER_LEFT', ['groups.csv.gz']],
    ])
  })

  it('keeps what was uploaded, and each file in it as one of its own', async () => {
    const work = await openWorkplace()
    const archive = files(['employees.csv', people], ['absences.csv', absences])
    await pushed(work, 'hr.zip', archive)
    const texts = await Promise.all((await filesOf(work)).slice(1).map((file) => bytesOf(work, file)))
    expect(texts.toSorted()).toEqual([absences, people].toSorted())
    const upload = await uploadOf(work)
    expect((await work.archive.head({ key: upload?.archive?.key ?? '' }))?.size).toBe(archive.length)
  })

  it('takes the last by name of two of one dataset for the newest', async () => {
    const work = await openWorkplace()
    const changed = people.replace('Bob', 'Rob')
    await pushed(work, 'hr.zip', files(['employees-02.csv', changed], ['employees-01.csv', people]))
    expect(await statesOf(work)).toMatchObject({
      'hr.zip/employees-01.csv': 'SUPERSEDED',
      'hr.zip/employees-02.csv': 'ACCEPTED',
    })
    expect(JSON.stringify(facts(await work.stored()))).toContain('Rob')
  })

  it('may be named after a dataset; the only file in one so named needs no name of its own', async () => {
    const work = await openWorkplace()
    await pushed(work, 'employees.zip', files(['absences.csv', absences], ['employees.csv', people]))
    expect(await statesOf(work)).toMatchObject({
      'employees.zip': 'UNPACKED',
      'employees.zip/absences.csv': 'ACCEPTED',
    })
    await pushed(work, 'employees-2.zip', files(['data.csv', people]))
    expect(await statesOf(work)).toMatchObject({ 'employees-2.zip': 'ACCEPTED' })
  })

  it('is refused where no name says anything, where it is damaged, and where a file in it is', async () => {
    const work = await openWorkplace()
    await pushed(work, 'a.zip', files(['x.csv', 'a'], ['y.csv', 'b']))
    await pushed(work, 'b.zip', files(['employees.csv', people]).subarray(0, -9))
    const lies = { name: 'absences.csv', bytes: absences, lies: { checksum: 1 } }
    const sync = await pushed(work, 'c.zip', makeZip([{ name: 'employees.csv', bytes: people }, lies]))
    await pushed(work, 'd.zip', makeZip([]))
    await pushed(work, 'e.zip', files(['people.csv', people]))
    expect(sync.datasets).toEqual([])
    expect(await byName(work, ({ state, issues: [issue] }) => [state, issue?.code])).toEqual({
      'a.zip': ['REFUSED', 'ARCHIVE_CONTENTS'],
      'b.zip': ['REFUSED', 'FILE_CUT_SHORT'],
      'c.zip': ['REFUSED', 'ARCHIVE_DAMAGED'],
      'd.zip': ['REFUSED', 'ARCHIVE_CONTENTS'],
      'e.zip': ['IGNORED', 'FILE_NAME_UNCLAIMED'],
    })
    expect(work.told.filter(({ body }) => body.includes('file-rejected'))).toHaveLength(5)
    const kept = await Array.fromAsync(work.archive.list('files/'))
    expect(kept).toHaveLength(5)
  })

  it('is bounded: by how much all of it comes to, and by how many files it has', async () => {
    const work = await openWorkplace()
    const bomb = Buffer.alloc(3_000_000, 'a,b\n')
    const parts = Array.from({ length: 4 }, (_, index): [string, Buffer] => [`employees-${index}.csv`, bomb])
    await pushed(work, 'bomb.zip', files(...parts))
    await pushed(
      work,
      'many.zip',
      files(...Array.from({ length: 201 }, (_, i): [string, string] => [`group-${i}.csv`, 'x'])),
    )
    expect(await byName(work, ({ issues: [issue] }) => issue?.code)).toEqual({
      'bomb.zip': 'ARCHIVE_TOO_LARGE',
      'many.zip': 'ARCHIVE_CONTENTS',
    })
  })

  it('gives each file once, whatever dies on the way', async () => {
    const archive = files(['absences.csv', absences], ['employees.csv', people])
    const whole = await openWorkplace()
    const { ports, calls } = mortalPorts(whole.ports, Number.POSITIVE_INFINITY)
    await whole.run(await whole.deliver('hr.zip', archive), ports)
    const [records, states] = [facts(await whole.stored()), await statesOf(whole)]
    // Everything about the archive is done by then.
    const steps = Array.from({ length: Math.min(24, calls()) }, (_, index) => index + 1)
    for (const step of steps) {
      const work = await openWorkplace()
      const message = await work.deliver('hr.zip', archive)
      await expect(work.run(message, mortalPorts(work.ports, step).ports)).rejects.toThrow(Killed)
      work.pass(120_000)
      await work.run(message)
      expect([facts(await work.stored()), await statesOf(work)]).toEqual([records, states])
      expect(await filesOf(work)).toHaveLength(3)
    }
  }, 60_000)

  it('goes after the days of the settings, while the files that the records are made of stay', async () => {
    const work = await openWorkplace()
    await work.control.create(environmentKey, { id: 'env', createdAt: 0, rawFileDays: 2 })
    await pushed(work, 'hr.zip', files(['employees.csv', people], ['people.csv', 'x\n1\n']))
    work.pass(3 * dayMs)
    await work.upkeep()
    expect(await byName(work, ({ archive }) => archive !== null)).toEqual({
      'hr.zip': false,
      'hr.zip/employees.csv': true,
      'hr.zip/people.csv': false,
    })
  })

  it('waits for its set like any other, and a file in it that nobody knew is used once it is joined', async () => {
    const work = await openWorkplace()
    await pushed(work, 'hr.zip', files(['employees.csv', staff], ['contracts.csv', titles]))
    await work.approveAs(joinedMapping())
    await work.run({ kind: 'sync', integrationId, syncId: 'approved', reason: 'mapping' })
    expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  })
})
