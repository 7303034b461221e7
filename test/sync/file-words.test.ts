import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { type FileWords, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { makeZip } from '../decode/make-zip.ts'
import { byName } from './joined-workplace.ts'
import { employeesCsv, facts, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const people = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01', '2,Bob,1,B,Bern,Research,2021-01-01'])
const absences = 'id,employee,type,start\na,1,Ill,2026-01-01\n'

const name = ({ control }: Workplace, fileWords: FileWords) =>
  updateDocument(control, integrationKey(integrationId), IntegrationSchema, (each) => ({ ...each, fileWords }))

const pushed = async (work: Workplace, path: string, bytes: string | Uint8Array) =>
  work.run(await work.deliver(path, bytes))

const claims = (work: Workplace) => byName(work, ({ dataset, state }) => [dataset, state])

describe('files with names of the integration’s own', () => {
  it('are applied as those of their dataset, and one that came before is when it comes again', async () => {
    const work = await openWorkplace()
    await work.run(await work.deliver('absences.csv', absences))
    await work.upload('Personalstamm 2026-01.csv', people)
    await name(work, { employees: ['personalstamm'] })
    expect((await byName(work, ({ issues: [issue] }) => issue?.code))['Personalstamm 2026-01.csv']).toBe(
      'FILE_NAME_UNCLAIMED',
    )
    const sync = await pushed(work, 'Personalstamm 2026-02.csv', people)
    expect(sync.datasets).toContainEqual(expect.objectContaining({ dataset: 'employees', outcome: 'applied' }))
    expect(await claims(work)).toMatchObject({
      'Personalstamm 2026-01.csv': [null, 'IGNORED'],
      'Personalstamm 2026-02.csv': ['employees', 'ACCEPTED'],
    })
  })

  it('remove nobody where the name says that only changes are in them', async () => {
    const work = await openWorkplace()
    await name(work, { employees: ['PA0001'] })
    await pushed(work, 'PA0001.csv', people)
    await pushed(work, 'pa0001_delta_20260201.csv', employeesCsv(['2,Robert,1,B,Bern,Research,2021-01-01']))
    const stored = JSON.stringify(facts(await work.stored()))
    expect(stored).toContain('Ada')
    expect(stored).toContain('Robert')
  })

  it('are found in archives, also in one that is named so itself', async () => {
    const work = await openWorkplace()
    await name(work, { employees: ['Personalstamm'], absences: ['Fehlzeiten'] })
    const entries = [
      { name: 'out/PERSONALSTAMM_1.csv', bytes: people },
      { name: 'Fehlzeiten.csv', bytes: absences },
    ]
    await pushed(work, 'hr.zip', makeZip(entries))
    await pushed(work, 'Personalstamm.zip', makeZip([{ name: 'data.csv', bytes: people }]))
    expect(await claims(work)).toEqual({
      'hr.zip': [null, 'UNPACKED'],
      'hr.zip/out/PERSONALSTAMM_1.csv': ['employees', 'ACCEPTED'],
      'hr.zip/Fehlzeiten.csv': ['absences', 'ACCEPTED'],
      'Personalstamm.zip': ['employees', 'ACCEPTED'],
    })
  })
})
