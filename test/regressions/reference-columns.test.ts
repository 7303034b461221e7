import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { validateCommand } from '../../cli/validate.ts'

const folder = await mkdtemp(join(tmpdir(), 'rosterport-regression-'))
afterAll(() => rm(folder, { recursive: true }))

// It said "manager", which is the name of no column of the file.
it('a manager who is not there is reported with the column of the file that names them', async () => {
  const path = join(folder, 'employees.csv')
  const rows = ['1;Ada;;1.1.2020', '2;Ben;1;1.1.2020', '3;Cleo;9;1.1.2020', '4;Dan;4;1.1.2020', '5;Eva;1;1.1.2020']
  await writeFile(path, ['Personalnummer;Vorname;Vorgesetzter;Eintritt', ...rows, ''].join('\n'))
  const { issues } = await validateCommand(path, undefined, undefined)
  expect(issues.map(({ code, rows: where, column }) => ({ code, where, column }))).toEqual([
    { code: 'MANAGER_UNKNOWN', where: [4], column: 'Vorgesetzter' },
    { code: 'MANAGER_SELF', where: [5], column: 'Vorgesetzter' },
  ])
})
