import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type CursorScope, readCursor, writeCursor } from '#core/api/cursor.ts'
import { parseListQuery } from '#core/api/list-query.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'

const keys = systemOf('a secret')
const PositionSchema = v.object({ shard: v.number(), afterId: v.string() })

const filters = fc.dictionary(
  fc.constantFrom('ids', 'types', 'include_deleted', 'updated_after', 'employee_id'),
  fc.oneof(fc.array(fc.string(), { maxLength: 4 }), fc.boolean(), fc.integer(), fc.string()),
)
const scopes: fc.Arbitrary<CursorScope> = fc.record({
  integrationId: fc.constantFrom('sftp:a', 'sftp:b'),
  endpoint: fc.constantFrom('employees', 'groups'),
  filters,
})
const positions = fc.record({ shard: fc.nat(), afterId: fc.stringMatching(/^[1-9A-Za-z]{24}$/) })

describe('a cursor', () => {
  test('leads back to its position in its own scope', () => {
    fc.assert(
      fc.property(scopes, positions, (scope, position) => {
        expect(readCursor(keys, scope, writeCursor(keys, scope, position), PositionSchema)).toEqual(position)
      }),
    )
  })

  test('does not mind in which order filters and their values are given', () => {
    fc.assert(
      fc.property(scopes, positions, fc.array(fc.string(), { maxLength: 5 }), (scope, position, ids) => {
        const written = { ...scope, filters: { ...scope.filters, ids } }
        const reversed = Object.fromEntries(Object.entries(written.filters).reverse())
        const read = { ...scope, filters: { ...reversed, ids: ids.toReversed() } }
        expect(readCursor(keys, read, writeCursor(keys, written, position), PositionSchema)).toEqual(position)
      }),
    )
  })

  test('opens no other scope', () => {
    fc.assert(
      fc.property(scopes, scopes, positions, (scope, other, position) => {
        const cursor = writeCursor(keys, scope, position)
        const opened = readCursor(keys, other, cursor, PositionSchema)
        fc.pre(writeCursor(keys, other, position) !== cursor)
        expect(opened).toBeUndefined()
      }),
    )
  })

  test('is refused when any character of it is changed, added or missing', () => {
    const scope = { integrationId: 'sftp:a', endpoint: 'employees', filters: {} }
    const cursor = writeCursor(keys, scope, { shard: 1, afterId: '2'.repeat(24) })
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.string({ maxLength: 2 }), (at, replacement) => {
        const changed = cursor.slice(0, at) + replacement + cursor.slice(at + 1)
        fc.pre(changed !== cursor)
        expect(readCursor(keys, scope, changed, PositionSchema)).toBeUndefined()
      }),
    )
  })

  test('of another deployment is refused', () => {
    const scope = { integrationId: 'sftp:a', endpoint: 'employees', filters: {} }
    const cursor = writeCursor(systemOf('another secret'), scope, { shard: 0, afterId: 'x' })
    expect(readCursor(keys, scope, cursor, PositionSchema)).toBeUndefined()
  })

  test('that is any text at all is refused, not a crash', () => {
    const scope = { integrationId: 'sftp:a', endpoint: 'employees', filters: {} }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(keys, scope, text, PositionSchema)).toBeUndefined()
      }),
    )
  })
})

describe('the filters a cursor is bound to', () => {
  const scopeOf = (query: Record<string, string>) => {
    const parsed = parseListQuery('employees', query)
    if (parsed.kind === 'refused') throw new Error(parsed.message)
    return parsed.value.scope
  }

  test('are the same with no query at all and with every default spelled out', () => {
    const defaults = { page_size: '100', include_deleted: 'false', ignore_unsupported_filters: 'false' }
    expect(scopeOf(defaults)).toEqual(scopeOf({}))
  })

  test('leave out the page itself', () => {
    expect(scopeOf({ page_size: '7', cursor: 'x' })).toEqual(scopeOf({}))
  })

  test.each([
    [{ employment_statuses: 'LEAVE,ACTIVE' }, { employment_statuses: 'ACTIVE, LEAVE,ACTIVE' }],
    [{ work_emails: 'B@x.example,a@x.example' }, { work_emails: 'a@X.example,b@x.example' }],
    [{ updated_after: '2026-01-01' }, { updated_after: '2026-01-01T00:00:00.000Z' }],
    [{ ids: '' }, {}],
  ])('are equal for %j and %j', (one, other) => {
    expect(scopeOf(one as Record<string, string>)).toEqual(scopeOf(other as Record<string, string>))
  })

  test.each([
    [{ include_deleted: 'true' }],
    [{ updated_after: '2026-01-01' }],
    [{ ids: 'a' }],
    [{ employment_status: 'ACTIVE' }],
  ])('differ from none for %j', (query) => {
    expect(scopeOf(query as Record<string, string>)).not.toEqual(scopeOf({}))
  })
})
