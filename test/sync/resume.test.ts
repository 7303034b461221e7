import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey, mappingKey } from '#core/control/keys.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import type { SyncPorts } from '../../lambdas/sync/ports.ts'
import { Killed, mortalPorts } from './mortal.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const before = employeesCsv(['1,Ada,,B,Bern,Research,', '2,Bob,1,B,Bern,Research,', '3,Cy,1,Z,Basel,Sales,'])
const after = employeesCsv(['1,Adele,,B,Berne,Research,', '2,Bob,1,B,Berne,Science,', '4,Di,1,Z,Basel,Sales,'])
const newest = employeesCsv(['1,Adele,,B,Berne,Research,', '4,Di,,Z,Basel,Sales,', '5,Eve,4,B,Berne,Science,'])

/** Less than the two minutes that a run keeps back: it writes one piece and puts the rest off. */
const shortMs = 60_000

/** Counts the records that are written. */
const counted = (work: Workplace) => {
  const ids: string[] = []
  const write: SyncPorts['records']['write'] = (space, puts, ...rest) => {
    ids.push(...puts.map(({ id }) => id))
    return work.ports.records.write(space, puts, ...rest)
  }
  return { ids, ports: { ...work.ports, records: { ...work.ports.records, write } } }
}

const undisturbed = async (...files: readonly string[]) => {
  const work = await openWorkplace()
  for (const csv of files) await work.run(await work.deliver('employees.csv', csv))
  return facts(await work.stored())
}

const prepared = async () => {
  const work = await openWorkplace()
  await work.run(await work.deliver('employees.csv', before))
  return { work, message: await work.deliver('employees.csv', after) }
}

const putOff = async () => {
  const { work, message } = await prepared()
  const sent = work.sent.length
  const first = counted(work)
  const sync = await work.run(message, first.ports, shortMs)
  return { work, message, sync, written: first.ids, again: work.sent.slice(sent) }
}

/** Runs the sync in as many short pieces as it wants. */
const inPieces = async (work: Workplace, message: SyncMessage, ports = work.ports) => {
  for (let pieces = 1; ; pieces += 1) if ((await work.run(message, ports, shortMs)).endedAt !== null) return pieces
}

const expected = await undisturbed(before, after)
const expectedNewest = await undisturbed(before, after, newest)

describe('a sync that is out of time', () => {
  it('writes at least something, notes it, and queues itself again in its group under another deduplication id', async () => {
    const { work, message, sync, written, again } = await putOff()
    expect(sync.state).toBe('RUNNING')
    expect(written.length).toBeGreaterThan(0)
    expect(again).toMatchObject([{ body: JSON.stringify(message), groupId: integrationId }])
    expect(again[0]?.deduplicationId).not.toBe(message.syncId)
    const { lease, pending, datasets } = await work.state()
    expect(lease).toBeNull()
    expect(pending?.progress).not.toBeNull()
    expect(datasets.employees?.fileName).toBe('employees.csv')
  })

  it('goes on where it stopped: nothing is written twice, and one commit ends it', async () => {
    const { work, message } = await prepared()
    const { ids, ports } = counted(work)
    expect(await inPieces(work, message, ports)).toBeGreaterThan(2)
    expect(new Set(ids).size).toBe(ids.length)
    expect(facts(await work.stored())).toEqual(expected)
    expect((await work.state()).pending).toBeNull()
  })

  it('commits the time stamps that its first pieces wrote', async () => {
    const { work, message } = await prepared()
    await inPieces(work, message)
    const stored = await work.stored()
    // A person who is renamed is written again from the manifest's stamps, and those who embed them show theirs.
    await work.run(await work.deliver('employees.csv', after.replace('Berne', 'Bern')))
    const ada = (await work.stored()).get('hris_employees 1')
    expect(ada?.changedAt).toBe(stored.get('hris_employees 1')?.changedAt)
    expect(JSON.parse(ada?.body ?? '{}').first_name).toBe('Adele')
    const verified = counted(work)
    await work.run({ kind: 'sync', integrationId, syncId: 'verify-1', reason: 'verify' }, verified.ports)
    expect(verified.ids).toEqual([])
  })

  it('lets a newer file wait until it is done', async () => {
    const { work, message } = await putOff()
    const next = await work.deliver('employees.csv', newest)
    expect((await work.run(next)).state).toBe('SUCCEEDED')
    expect((await work.run(message)).state).toBe('SUCCEEDED')
    expect(facts(await work.stored())).toEqual(expectedNewest)
  })

  it('is carried on by the sync of a newer file, which queues itself again when time is up', async () => {
    const { work } = await putOff()
    const next = await work.deliver('employees.csv', newest)
    const sent = work.sent.length
    expect((await work.run(next, work.ports, shortMs)).state).toBe('QUEUED')
    expect(work.sent.slice(sent)).toMatchObject([{ body: JSON.stringify(next) }])
    await inPieces(work, next)
    expect(facts(await work.stored())).toEqual(expectedNewest)
  })

  it('keeps to the mapping that it began with; the new one has a sync of its own', async () => {
    const { work, message } = await putOff()
    const mapping = {
      dataset: 'employees',
      id: { columns: ['id'] },
      fields: { last_name: [{ from: 'column', column: 'name' }] },
    }
    const version = {
      integrationId,
      dataset: 'employees',
      version: 2,
      mapping,
      origin: 'put',
      createdAt: 0,
      approvedAt: 0,
    }
    await work.control.create(mappingKey(integrationId, 'employees', 2), version)
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      mappings: { ...each.mappings, employees: { approved: 2, latest: 2 } },
    }))
    expect((await work.run(message)).state).toBe('SUCCEEDED')
    expect(facts(await work.stored())).toEqual(expected)
    await work.run({ kind: 'sync', integrationId, syncId: 'mapping-1', reason: 'mapping' })
    expect(JSON.parse((await work.stored()).get('hris_employees 4')?.body ?? '{}')).toMatchObject({ last_name: 'Di' })
  })

  it('counts what it wrote as unknown when its file is gone', async () => {
    const { work, message } = await putOff()
    const file = (await work.control.query({ pk: `INTEGRATION#${integrationId}`, prefix: 'FILE#', descending: true }))
      .documents[0]
    if (!file) throw new Error('no file')
    await work.control.replace(file.key, { ...Object(file.value), state: 'REJECTED' }, file.revision)
    await work.run(await work.deliver('employees.csv', newest))
    const gone = facts(await work.stored())
    expect(gone['hris_employees 5']).toEqual(expectedNewest['hris_employees 5'])
    expect(gone['hris_employees 3']?.gone).toBe(true)
    expect(gone['hris_employees 4']).toEqual(expectedNewest['hris_employees 4'])
    expect((await work.run(message)).state).toBe('SUCCEEDED')
    expect((await work.state()).pending).toBeNull()
  })

  it('is given up after three failures, so that the next file can be applied', async () => {
    const { work, message } = await putOff()
    const broken = { ...work.ports, records: { ...work.ports.records, write: () => Promise.reject(new Killed()) } }
    for (let failure = 0; failure < 3; failure += 1) await expect(work.run(message, broken)).rejects.toThrow(Killed)
    const { ids, ports } = counted(work)
    await work.run(await work.deliver('employees.csv', newest), ports)
    expect(facts(await work.stored())['hris_employees 5']).toEqual(expectedNewest['hris_employees 5'])
    expect((await work.state()).pending).toBeNull()
    expect(ids.length).toBeGreaterThan(0)
  })
})

const pieces = await (async () => {
  const { work, message } = await prepared()
  return inPieces(work, message)
})()

/** The calls of each piece but the last one, which is an ordinary end. */
const moments = await (async () => {
  const { work, message } = await prepared()
  const found: { readonly piece: number; readonly step: number }[] = []
  for (let piece = 1; piece < pieces; piece += 1) {
    const { ports, calls } = mortalPorts(work.ports, Number.POSITIVE_INFINITY)
    await work.run(message, ports, shortMs)
    for (let step = 1; step < calls(); step += 1) found.push({ piece, step })
  }
  return found
})()

const killedAt = async ({ piece, step }: { readonly piece: number; readonly step: number }) => {
  const { work, message } = await prepared()
  for (let number = 1; number < piece; number += 1) await work.run(message, work.ports, shortMs)
  const { ports } = mortalPorts(work.ports, step)
  await expect(work.run(message, ports, shortMs)).rejects.toThrow(Killed)
  return { work, message }
}

describe('a sync in pieces that is killed', () => {
  it.concurrent.each(moments)('in piece $piece after call $step comes to the same records', async (moment) => {
    const { work, message } = await killedAt(moment)
    // The lease of the dead outlasts so short a run.
    work.pass(60_000)
    await inPieces(work, message)
    expect(facts(await work.stored())).toEqual(expected)
  })
})
