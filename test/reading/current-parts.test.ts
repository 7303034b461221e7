import { expect, it } from 'vitest'
import type { Join } from '#core/mapping/join.ts'
import { readJoined } from '../../lambdas/reading/read-joined.ts'

const opened = (...lines: readonly string[]) => {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return () => ReadableStream.from([bytes])
}

const join: Join = {
  name: 'titles',
  files: 'titles',
  key: ['emp'],
  to: ['id'],
  current: { from: 'from', to: 'to' },
}

/** The title of each employee on a day, and the day on which another one counts. */
const titlesOn = async (today: string, current: Join['current'] = { from: 'from', to: 'to' }) => {
  const titles = opened(
    'emp,title,from,to',
    '1,Clerk,2020-01-01,2026-06-30',
    '1,Lead,2026-07-01,9999-01-01',
    '2,Head,2019-01-01,9999-01-01',
    '2,Trainee,2018-01-01,2018-12-31',
  )
  const parts = [{ join: { ...join, current }, id: 'part', name: 'titles.csv', open: titles }]
  const table = await readJoined(opened('id,name', '1,Ada', '2,Bob'), { name: 'employees.csv', parts, today })
  if (table.kind === 'refused') throw new Error(JSON.stringify(table.issues))
  const found: Record<string, string | undefined> = {}
  for await (const event of table.events)
    if (event.kind === 'rows') for (const { cells } of event.rows) found[cells[0] ?? ''] = cells[3]
  return { ...found, due: table.due?.() ?? null, issues: table.issues.map(({ code }) => code) }
}

it.each([
  ['2026-06-30', { 1: 'Clerk', 2: 'Head', due: '2026-07-01', issues: [] }],
  ['2026-07-01', { 1: 'Lead', 2: 'Head', due: null, issues: [] }],
])('of several rows of a part the one counts that holds on %s', async (today, titles) => {
  expect(await titlesOn(today)).toEqual(titles)
})

it('a part without the columns that say which rows count is to blame itself', async () => {
  await expect(titlesOn('2026-06-30', { from: 'since' })).rejects.toThrow('titles.csv')
})
