import { expect, it } from 'vitest'
import { issueCodes, issueSeverity } from '#core/issues/codes.ts'
import { consequenceOf, unapplied } from '#core/issues/consequence.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'

it('an issue says what was done about it', () => {
  expect(issue('ID_MISSING', say('fileBlank')).done).toBe('The row was left out; what is stored of it stays as it was.')
  expect(issue('TOTALS_LEFT', say('rowOfTotals')).done).toBe('The row was left aside: it is nobody.')
})

it('an error keeps the file or the row from being applied, and nothing else leaves a row out', () => {
  for (const code of issueCodes)
    if (issueSeverity[code] === 'error') expect(['refused', 'left_out', 'not_yet']).toContain(consequenceOf(code))
    else expect(consequenceOf(code)).not.toBe('left_out')
})

it('a word that is passed on is not said to be lost', () => {
  expect(issue('VALUE_UNKNOWN', say('wordPassedOn', { field: 'gender' })).consequence).toBe('as_is')
  expect(issue('VALUE_UNKNOWN', say('wordLeftOut', { field: 'gender' })).consequence).toBe('emptied')
})

it('nothing is said to be applied of a file that is not', () => {
  const found = issueCodes.map((code) => issue(code, say('fileBlank')))
  for (const { consequence, done } of found.map(unapplied('refused'))) {
    expect(done).not.toMatch(/applied as|else .* applied|^applied/i)
    expect(['left_out', 'held', 'changed', 'as_is', 'emptied']).not.toContain(consequence)
  }
})
