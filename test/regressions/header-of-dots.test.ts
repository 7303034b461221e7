import { expect, it } from 'vitest'
import { whyNoHeader } from '../../lambdas/reading/header.ts'

// A pattern that backtracks takes over half a minute for this, and fails by the test's time-out.
it('a column name of very many dots is judged at once', () => {
  expect(whyNoHeader(1, [`a@${'.'.repeat(400_000)}@`])).toBeUndefined()
  expect(whyNoHeader(1, ['ada@mail.example.com'])?.message).toContain('its cell 1 is an e-mail address')
})
