import { expect, it } from 'vitest'
import { noteUploadEnd } from '../../lambdas/receive/note-upload-end.ts'
import { joinedWorkplace, pushed, staff, statesOf, titles, titlesOf } from './joined-workplace.ts'
import { integrationId } from './workplace.ts'

it('a part that was applied, and of which it is told afterwards that its upload broke off, gives way to the one before it', async () => {
  const work = await joinedWorkplace()
  await pushed(work, 'employees.csv', staff)
  await pushed(work, 'contracts.csv', titles)
  const { message, object } = await work.upload('contracts-2.csv', 'Person;Title;Unit\n1;Boss;u1\n')
  await work.run(message)
  expect(await titlesOf(work)).toEqual({ 1: 'Boss', 2: null, 3: null })
  await noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime + 1, outcome: 'failed' })
  const sync = await work.run(JSON.parse(work.sent.at(-1)?.body ?? ''))
  expect(sync.datasets.flatMap(({ issues }) => issues.map(({ code }) => code))).toContain('UPLOAD_BROKEN_OFF')
  expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  expect(await statesOf(work)).toMatchObject({ 'contracts.csv': 'ACCEPTED', 'contracts-2.csv': 'REFUSED' })
  await work.run({ kind: 'sync', integrationId, syncId: 'again', reason: 'forced' })
  expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
})

it('gives way to a good part that it had overtaken before either was applied', async () => {
  const work = await joinedWorkplace()
  await work.upload('contracts.csv', titles)
  const { object } = await work.upload('contracts-2.csv', 'Person;Title;Unit\n1;Boss;u1\n')
  await pushed(work, 'employees.csv', staff)
  expect(await statesOf(work)).toMatchObject({ 'contracts.csv': 'SUPERSEDED', 'contracts-2.csv': 'ACCEPTED' })
  await noteUploadEnd(work.receivePorts, { ...object, endedAt: object.eventTime + 1, outcome: 'failed' })
  await work.run(JSON.parse(work.sent.at(-1)?.body ?? ''))
  expect(await titlesOf(work)).toEqual({ 1: 'Engineer', 2: 'Nurse', 3: null })
  expect(await statesOf(work)).toMatchObject({ 'contracts.csv': 'ACCEPTED', 'contracts-2.csv': 'REFUSED' })
})
