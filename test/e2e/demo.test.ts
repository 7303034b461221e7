import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everything, runNode, scratchFolder, startProduct } from './product.ts'

const peopleIn = (stdout: string): readonly string[] => stdout.match(/^0\d{4} .+$/gm) ?? []

it('the demo on a fresh machine starts the product, ends with 200 people and leaves its files', async () => {
  const dataFolder = join(await scratchFolder(), 'data')
  const { code, stdout, stderr } = await runNode(['cli/demo.ts'], { PORT: '0', ROSTERPORT_DATA: dataFolder }).ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('GET /v1/hris/employees answers 200 people')
  expect(peopleIn(stdout)).toHaveLength(200)
  expect(peopleIn(stdout)[1]).toMatch(/^00002 {2}\S+ \S+ .*(Zürich|München|Genève)/)
  expect((await readdir(join(dataFolder, 'demo'))).sort()).toEqual([
    'absences.csv',
    'employees.csv',
    'locations.csv',
    'time_off_balances.csv',
    'timesheets.csv',
  ])
}, 60_000)

it('the demo uses a product that runs already, time and again', async () => {
  const product = await startProduct()
  const variables = { PORT: new URL(product.url).port, ROSTERPORT_DATA: product.dataFolder }
  for (const _ of ['first', 'second']) {
    const { code, stdout, stderr } = await runNode(['cli/demo.ts'], variables).ended
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(`Using what runs at ${product.url}.`)
    expect(peopleIn(stdout)).toHaveLength(200)
    const [, integrationId] = /The integration is (\S+)\.$/m.exec(stdout) ?? []
    expect(await everything(product.sdk(integrationId).hris.getAbsences())).toHaveLength(100)
    expect(await everything(product.sdk(integrationId).hris.getTimesheets())).toHaveLength(100)
  }
  await product.stop()
}, 90_000)
