import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { statesOf, syncOf, undo } from '../sync/replay-staff.ts'
import { integrationId } from '../sync/workplace.ts'
import { ada, ask, bob, canary, erase, openAviary, people, recordIdOf, tidy, whereFound, zephyrine } from './canary.ts'

const client = (await dynalite()).client()

/** What a file that was refused calls the canary. */
const otherId = 'CANARY-NEW'

/** A customer who gets results, of whom one sync was undone, one is to be, and a file with other ids is held. */
const openHistory = async () => {
  const work = await openAviary(client)
  const ports = { ...work.ports, folders: work.landing }
  await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    resultFiles: true,
    limits: { drift: { share: 0.1, records: 1 } },
  }))
  const push = async (name: string, ...rows: readonly (readonly string[])[]) =>
    work.run(await work.deliver(name, people(...rows)), ports)
  await push('employees-1.csv', ada, bob, zephyrine('CANARY eve'))
  const undone = await push('employees-2.csv', ada, bob, zephyrine('2022-02-02'))
  await work.run(await undo(work, undone.id), ports)
  const wrong = await push('employees-3.csv', ada, bob, zephyrine('2023-03-03'))
  const [, ...adas] = ada
  const [, ...bobs] = bob
  const [, ...cells] = zephyrine()
  const drifted = await push(
    'employees-4.csv',
    ['N1', ...adas],
    ['N2', ...bobs.map((cell) => (cell === canary.id ? otherId : cell))],
    [otherId, ...cells],
  )
  return { work, ports, drifted, rollback: await undo(work, wrong.id) }
}

const pairsIn = async ({ work, drifted }: Awaited<ReturnType<typeof openHistory>>) =>
  (await syncOf(work, drifted.id)).datasets.flatMap(({ pairs = [] }) => pairs.map(({ from, to }) => [from, to]))

const history = await openHistory()
const { work, ports, rollback } = history
const before = { pairs: await pairsIn(history), found: await whereFound(work), states: await statesOf(work) }

describe('a customer with results, files that were undone or held, and a sync that waits to be undone', () => {
  it('shows nobody in pairs any more who is erased by what only the refused file calls them', async () => {
    expect(before.pairs).toContainEqual([canary.id, otherId])
    await erase(work, await ask(work, { remote_id: otherId }))
    await tidy(work)
    expect(await whereFound(work, client, [otherId, recordIdOf(otherId)])).toEqual([])
    expect((await pairsIn(history)).toSorted()).toEqual([
      ['1', 'N1'],
      ['2', 'N2'],
    ])
  })

  it('has nothing of an erased person left, and the rollback brings nothing back', async () => {
    expect(before.states.slice(-4)).toEqual(['ACCEPTED', 'EXCLUDED', 'ACCEPTED', 'REFUSED'])
    expect(before.found.some((place) => place.includes('dataset,row,severity'))).toBe(true)
    await erase(work, await ask(work))
    await tidy(work)
    expect(await whereFound(work, client)).toEqual([])
    await work.run(rollback, ports)
    await work.upkeep()
    expect((await statesOf(work)).slice(-4)).toEqual(['ACCEPTED', 'EXCLUDED', 'EXCLUDED', 'REFUSED'])
    expect(await whereFound(work, client)).toEqual([])
  })
})
