import { expect, it } from 'vitest'
import { issueCodes, issueSeverity } from '#core/issues/codes.ts'
import { consequenceOf } from '#core/issues/consequence.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'

it('an issue says what was done about it', () => {
  expect(issue('ID_MISSING', say('fileBlank')).done).toBe('The row was left out; what is stored of it stays as it was.')
  expect(issue('TOTALS_LEFT', say('rowOfTotals')).done).toBe('The row was left aside: it is nobody.')
})

it('an error refuses the file or leaves the row out, and what is only said does neither to a file that counts', () => {
  for (const code of issueCodes)
    if (issueSeverity[code] === 'error') expect(['refused', 'left_out']).toContain(consequenceOf(code))
    else expect(consequenceOf(code)).not.toBe('left_out')
})
