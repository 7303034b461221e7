import { describe, expect, it } from 'vitest'
import { queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { filePartition } from '#core/control/keys.ts'
import type { LandedObject } from '#core/files/landing.ts'
import { type ReceivePorts, receiveObject } from '../../lambdas/receive/receive.ts'
import { mortalProcess } from '../sync/mortal.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const folder = integrationId.slice('sftp:'.length)

const land = async ({ landing, now }: Workplace, name: string, text: string): Promise<LandedObject> => {
  const { key, versionId, etag, size } = await landing.put(`${folder}/${name}`, new TextEncoder().encode(text))
  return { bucket: 'landing', key, versionId, etag, size, eventTime: now(), sequencer: versionId }
}

const filesOf = async ({ control }: Workplace) =>
  (await queryDocuments(control, filePartition(integrationId), ExportFileSchema)).values

const receive = async (work: Workplace, name: string, text: string) => {
  await receiveObject(work.receivePorts, await land(work, name, text))
  return (await filesOf(work)).find((file) => file.name === name)
}

describe('receiving a file', () => {
  it('archives that exact version and queues one sync in the group of its integration', async () => {
    const work = await openWorkplace()
    const landed = await land(work, 'employees.csv', 'first')
    await land(work, 'employees.csv', 'second')
    await receiveObject(work.receivePorts, landed)
    const [file] = await filesOf(work)
    expect(file).toMatchObject({ state: 'QUEUED', dataset: 'employees', etag: landed.etag })
    const archived = file?.archive && (await work.archive.open(file.archive))
    expect(archived && (await new Response(ReadableStream.from(archived)).text())).toBe('first')
    expect(work.sent).toMatchObject([{ groupId: integrationId, deduplicationId: expect.any(String) }])
  })

  it('is a no-op for an event that comes again', async () => {
    const work = await openWorkplace()
    const landed = await land(work, 'employees.csv', 'first')
    await receiveObject(work.receivePorts, landed)
    await receiveObject(work.receivePorts, landed)
    expect(await filesOf(work)).toHaveLength(1)
    expect(work.sent).toHaveLength(1)
  })

  it('takes identical bytes that come again for a file of its own', async () => {
    const work = await openWorkplace()
    await receive(work, 'employees.csv', 'same')
    await receive(work, 'employees.csv', 'same')
    expect(new Set(work.sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(2)
  })

  it.each([
    ['employees.csv.filepart', 'x', 'IGNORED', 'FILE_TEMPORARY'],
    ['.in.employees.csv', 'x', 'IGNORED', 'FILE_TEMPORARY'],
    ['payroll.csv', 'x', 'IGNORED', 'FILE_NAME_UNCLAIMED'],
    ['employees.csv', '', 'REJECTED', 'FILE_EMPTY'],
  ])('lists %s (%j) as %s with its reason, and syncs nothing', async (name, text, state, code) => {
    const work = await openWorkplace()
    expect(await receive(work, name, text)).toMatchObject({ state, issues: [{ code }] })
    expect(work.sent).toEqual([])
  })

  it.each(['inbox/', 'employees.result.csv'])('does not even list %s', async (name) => {
    const work = await openWorkplace()
    await receive(work, name, '')
    expect(await filesOf(work)).toEqual([])
  })

  it('ends for a file that was taken away before it could be copied', async () => {
    const work = await openWorkplace()
    const landed = await land(work, 'employees.csv', 'first')
    await work.landing.removeVersion(landed.key, landed.versionId)
    await receiveObject(work.receivePorts, landed)
    expect(await filesOf(work)).toMatchObject([{ state: 'REJECTED', issues: [{ code: 'FILE_GONE' }] }])
    expect(work.sent).toEqual([])
  })

  it('leaves objects in a folder that belongs to nobody alone', async () => {
    const work = await openWorkplace()
    const landed = await land(work, 'employees.csv', 'x')
    await receiveObject(work.receivePorts, { ...landed, key: 'stranger/employees.csv' })
    expect(work.sent).toEqual([])
  })
})

const mortal = (ports: ReceivePorts, fatal: number): ReceivePorts => {
  const { guarded } = mortalProcess(fatal)
  const { control, archive, syncQueue } = ports
  return {
    ...ports,
    control: {
      ...control,
      get: guarded(control.get),
      create: guarded(control.create),
      replace: guarded(control.replace),
      remove: guarded(control.remove),
    },
    archive: { ...archive, copyFrom: guarded(archive.copyFrom) },
    syncQueue: { send: guarded(syncQueue.send) },
  }
}

describe('receiving that is killed', () => {
  it.each(Array.from({ length: 13 }, (_, index) => index + 1))(
    'after its call %i goes on where it stopped',
    async (fatal) => {
      const work = await openWorkplace()
      const landed = await land(work, 'employees.csv', 'first')
      await receiveObject(mortal(work.receivePorts, fatal), landed).catch(() => undefined)
      await receiveObject(work.receivePorts, landed)
      expect(await filesOf(work)).toMatchObject([{ state: 'QUEUED' }])
      expect(new Set(work.sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(1)
    },
  )
})
