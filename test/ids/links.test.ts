import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identitiesOf, noIdentities } from '#core/ids/identities.ts'
import { linkedKeys } from '#core/ids/linked-keys.ts'
import { firstConflict, type Link, linksAfter } from '#core/ids/links.ts'

const link = (from: string, to: string, keep: Link['keep'] = 'from'): Link => ({ from, to, keep })
const identities = (...links: readonly Link[]) => identitiesOf('name', () => links)

describe('links', () => {
  it('let a person go on under another id with the key of the first', () => {
    const { keyOf, rankOf } = identities(link('A', 'B'), link('B', 'C'))
    expect(['A', 'B', 'C', 'D'].map(keyOf)).toEqual(['A', 'A', 'A', 'D'])
    expect(['A', 'B', 'C', 'D'].map(rankOf)).toEqual([1, 2, 3, 0])
  })

  it('keep the key of the new id where that is asked for', () => {
    const { keyOf } = identities(link('A', 'B'), link('B', 'C', 'to'))
    expect(['A', 'B', 'C'].map(keyOf)).toEqual(['C', 'C', 'C'])
  })

  it.each([
    ['itself', [], [link('A', 'A')], 0],
    ['gone-on', [link('A', 'B')], [link('A', 'C')], 0],
    ['gone-on', [], [link('A', 'B'), link('A', 'C')], 1],
    ['taken', [link('A', 'B')], [link('C', 'B')], 0],
    ['taken', [link('B', 'C')], [link('A', 'B')], 0],
    ['taken', [link('A', 'B')], [link('B', 'A')], 0],
    ['taken', [link('A', 'B'), link('B', 'C')], [link('C', 'A')], 0],
  ] as const)('are refused: %s', (conflict, before, links, place) => {
    expect(firstConflict(before, links)).toEqual({ place, conflict })
  })

  it('stand until they are undone, one by one', () => {
    const changes = [
      { links: [link('A', 'B'), link('B', 'C')], undone: [] },
      { links: [], undone: ['B'] },
      { links: [link('X', 'Y')], undone: [] },
    ]
    expect(linksAfter(changes).map((each) => each.link)).toEqual([link('B', 'C'), link('X', 'Y')])
  })

  it('whatever is linked and undone, a key is the key of itself, and names of one person have different ranks', () => {
    const names = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F')
    const step = fc.oneof(
      fc.record({ from: names, to: names, keep: fc.constantFrom('from' as const, 'to' as const) }),
      names,
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const changes: { links: Link[]; undone: string[] }[] = []
        for (const each of steps) {
          const standing = linksAfter(changes).map(({ link: one }) => one)
          if (typeof each === 'string') changes.push({ links: [], undone: [each] })
          else if (!firstConflict(standing, [each])) changes.push({ links: [each], undone: [] })
        }
        const { keyOf, rankOf } = identities(...linksAfter(changes).map(({ link: one }) => one))
        const all = ['A', 'B', 'C', 'D', 'E', 'F']
        for (const name of all) expect(keyOf(keyOf(name))).toBe(keyOf(name))
        const ranked = all.filter((name) => rankOf(name) > 0).map((name) => `${keyOf(name)} ${rankOf(name)}`)
        expect(new Set(ranked).size).toBe(ranked.length)
      }),
    )
  })
})

describe('the key of a record', () => {
  const column = (name: string) => [{ from: 'column' as const, column: name }]
  const mapping = { id: { columns: ['person', 'type'] }, fields: { 'employee.remote_id': column('person') } }

  it('without an id of its own follows its employee', () => {
    const keys = linkedKeys('time_off_balances', mapping, identities(link('A', 'B')))
    expect(keys?.keyOf('B|vacation')).toBe('A|vacation')
    expect(keys?.keyOf('C|B')).toBe('C|B')
    expect(keys?.keyOf('B|a|b')).toBe('B|a|b')
  })

  it('with an id of its own is that id', () => {
    const own = { id: { columns: ['id'] }, fields: mapping.fields }
    expect(linkedKeys('absences', own, identities(link('A', 'B')))).toBeUndefined()
    expect(linkedKeys('employees', mapping, noIdentities)).toBeUndefined()
  })
})
