import { expect, it } from 'vitest'
import type { LogFields } from '../../lambdas/runtime/log.ts'
import { openMemoryWorkplace } from './memory-workplace.ts'

const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping = { dataset: 'employees' as const, id: { columns: ['id'] }, fields: { first_name: column('name') } }
const csvOf = (from: number, to: number, prefix = ''): string =>
  ['id,name', ...Array.from({ length: to - from }, (_, i) => `${prefix}${from + i},P${from + i}`)].join('\n')

it('the log says what guards hold, once, and nothing else', async () => {
  const work = await openMemoryWorkplace([mapping])
  const held: LogFields[] = []
  const ports: typeof work.ports = {
    ...work.ports,
    log: (event, fields = {}) => {
      if (event === 'GUARD_HELD') held.push(fields)
    },
  }
  const push = async (csv: string) => work.run(await work.deliver('employees', csv), ports)
  await push(csvOf(0, 40))
  await push(csvOf(1, 40))
  expect(held).toEqual([])
  const { id: syncId, integrationId } = await push(csvOf(20, 40))
  const common = { integrationId, syncId, dataset: 'employees' }
  expect(held.splice(0)).toEqual([{ ...common, code: 'REMOVALS_HELD', held: 19 }])
  await push(`${csvOf(20, 40)}\n99,New`)
  expect(held).toEqual([])
  await push(csvOf(0, 40, 'E'))
  await push('id,names\n1,Ada')
  expect(held.map(({ code }) => code)).toEqual(['ID_DRIFT', 'MAPPED_COLUMN_MISSING'])
})
