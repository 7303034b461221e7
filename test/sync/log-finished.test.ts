import { expect, it } from 'vitest'
import { metricsOf } from '#core/deployment/metrics.ts'
import type { LogFields } from '../../lambdas/runtime/log.ts'
import { integrationId, openWorkplace } from './workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = {
  dataset: 'employees' as const,
  id: { columns: ['id'] },
  fields: { first_name: column('name'), start_date: column('start') },
}

it('the log says what a committed sync came to; a file counts as accepted or refused once, however often it is read', async () => {
  const work = await openWorkplace()
  await work.approveAs(mapping)
  const ended: LogFields[] = []
  const ports: typeof work.ports = {
    ...work.ports,
    log: (event, fields = {}) => {
      if (event === 'SYNC_FINISHED') ended.push(fields)
    },
  }
  const push = async (csv: string) => work.run(await work.deliver('employees.csv', csv), ports)

  await push('id,name,start\n1,Ada,2020-01-01\n2,Bo,soon')
  expect(ended.splice(0)).toMatchObject([
    {
      ...{ state: 'PARTIALLY_FAILED', rows: 2, quarantined: 1, written: 1, removed: 0 },
      ...{ filesAccepted: 1, filesRefused: 0, lag: expect.any(Number), milliseconds: expect.any(Number) },
    },
  ])

  await work.approveAs({ ...mapping, fields: { first_name: column('name') } })
  await work.run({ kind: 'sync', integrationId, syncId: 'again', reason: 'mapping' }, ports)
  const [again = {}] = ended.splice(0)
  expect(again).toMatchObject({ state: 'SUCCEEDED', rows: 2, filesAccepted: 0, filesRefused: 0, lag: null })
  expect(metricsOf('SYNC_FINISHED', again)).toContainEqual({ name: 'SyncsSucceeded', value: 1 })
  expect(metricsOf('SYNC_FINISHED', again).map(({ name }) => name)).not.toContain('CommitLag')

  await push('no,name\n1,Ada')
  const [refused = {}] = ended.splice(0)
  expect(refused).toMatchObject({ state: 'FAILED', waits: false, filesAccepted: 0, filesRefused: 1, lag: null })
  const failure = { name: 'SyncsFailed', value: 1 }
  expect(metricsOf('SYNC_FINISHED', refused)).toContainEqual(failure)
  expect(metricsOf('SYNC_FINISHED', { ...refused, waits: true })).not.toContainEqual(failure)
  expect(metricsOf('SYNC_STOPPED', { state: 'FAILED' })).toEqual([failure])
})
