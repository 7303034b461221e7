import { describe, expect, it } from 'vitest'
import { type Person, pairPeople } from '#core/sync/pair-people.ts'
import { isSomebodyElse, personTraits } from '#core/sync/person-traits.ts'

const ada = { first_name: 'Ada', last_name: 'Lovelace', date_of_birth: '1815-12-10', work_email: 'ada@example.com' }
const bob = { first_name: 'Bob', last_name: 'Meier', date_of_birth: '1970-01-01', work_email: 'bob@example.com' }

describe('a row', () => {
  it.each([
    { name: 'another person in everything', after: bob, other: true },
    { name: 'another person without e-mail addresses', after: { ...bob, work_email: null }, other: true },
    { name: 'a married name and another address', after: { ...ada, last_name: 'King', work_email: 'king@x.com' } },
    { name: 'another domain of the company', after: { ...bob, work_email: 'ada@new.example.com' } },
    { name: 'a corrected birth date', after: { ...ada, date_of_birth: '1815-12-11' } },
    { name: 'names the other way round', after: { last_name: 'ADA', first_name: 'Lovelace,' } },
    { name: 'another name, and nothing else to compare', after: { first_name: 'Bob', last_name: 'Meier' } },
    { name: 'nothing', after: {} },
  ])('is told from that of the same person: $name', ({ after, other = false }) => {
    expect(isSomebodyElse(personTraits(ada), personTraits(after))).toBe(other)
  })
})

const person = (remoteId: string, body: Parameters<typeof personTraits>[0]): Person => ({
  id: `id of ${remoteId}`,
  remoteId,
  traits: personTraits(body),
})
const paired = (known: readonly Person[], given: readonly Person[]) =>
  pairPeople(known, given).map((each) => [each.known.remoteId, each.given.remoteId, each.by])

describe('people under other ids', () => {
  it('are found by their e-mail address, then by name and birth date', () => {
    const known = [person('1', ada), person('2', bob)]
    const given = [
      person('n2', { ...bob, work_email: null, first_name: 'BOB' }),
      person('n1', { ...ada, work_email: 'ADA@example.com', last_name: 'King' }),
    ]
    expect(paired(known, given)).toEqual([
      ['1', 'n1', 'email'],
      ['2', 'n2', 'name_and_birth_date'],
    ])
  })

  it('are not guessed where several have the same address', () => {
    const shared = { ...ada, date_of_birth: null }
    expect(paired([person('1', shared), person('2', { ...shared, first_name: 'Bo' })], [person('n', shared)])).toEqual(
      [],
    )
  })

  it('are in one pair each', () => {
    const known = [person('1', { ...ada, personal_email: 'home@example.com' })]
    const given = [person('n1', { ...ada }), person('n2', { ...ada, work_email: 'home@example.com' })]
    expect(paired(known, given)).toHaveLength(1)
  })

  it('are not found by a name alone', () => {
    const named = { first_name: 'Ada', last_name: 'Lovelace' }
    expect(paired([person('1', named)], [person('n1', named)])).toEqual([])
  })
})
