import { expect, it } from 'vitest'
import { compileMapping } from '#core/mapping/compile.ts'

it('a note that is too long is not repeated in the report: it may say why somebody is ill', () => {
  const column = (name: string) => [{ from: 'column' as const, column: name }]
  const compiled = compileMapping(
    {
      dataset: 'absences',
      id: { columns: ['id'] },
      fields: {
        'employee.remote_id': column('employee'),
        start_date: column('start'),
        employee_note: column('note'),
      },
    },
    ['id', 'employee', 'start', 'note'],
  )
  const row = compiled.kind === 'compiled' && compiled.map(['1', '1', '2026-01-01', 'flu '.repeat(10_000)], 2)
  expect(row).toMatchObject({ kind: 'quarantined', issues: [{ code: 'CELL_TOO_LONG', example: null }] })
})
