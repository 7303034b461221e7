import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { IssueSchema, issue } from '#core/issues/issue.ts'
import { fill, say, sentences } from '#core/issues/say.ts'

const name = fc.stringMatching(/^[a-z]{1,8}$/)

describe('a sentence', () => {
  it('has the values it is given in the places of their names, whatever they are', () => {
    fc.assert(
      fc.property(name, fc.string(), (place, value) => {
        expect(fill(`before {${place}} after`, { [place]: value })).toBe(`before ${value} after`)
      }),
    )
  })

  it('joins lists with commas, or with the word that the language has between the last and the others', () => {
    expect(fill('{columns}', { columns: ['a', 'b', 'c'] })).toBe('a, b, c')
    expect(fill('{columns, und}', { columns: ['a', 'b'] })).toBe('a und b')
    expect(fill('{columns, où}', { columns: ['a'] })).toBe('a')
  })

  it('leaves a place alone for which there is no value', () => {
    expect(fill('{row} of {rows}', { row: 3 })).toBe('3 of {rows}')
  })

  it('names no more columns than people read, each as long as they recognise it by', () => {
    const { params, message } = say('lastColumnsPadded', {
      count: 50,
      columns: Array.from({ length: 50 }, () => 'x'.repeat(500)),
    })
    expect(params?.columns).toHaveLength(31)
    expect(message).toContain(`${'x'.repeat(80)}…, …)`)
  })
})

describe('an issue', () => {
  it('is said in English, and carries what it takes to say it in another language', () => {
    const found = issue('ROW_TOO_LONG', { ...say('rowTooLong', { cells: 5, columns: 4 }), rows: [7] })
    expect(found).toMatchObject({
      message: 'The row has more cells than the 4 columns.',
      example: '5 cells',
      says: 'rowTooLong',
      params: { cells: 5, columns: 4 },
    })
    expect(v.parse(IssueSchema, found)).toEqual(found)
  })

  it('of a report from before there were names of sentences is one still', () => {
    const { says, ...before } = issue('FILE_EMPTY', say('fileBlank'))
    expect(says).toBe('fileBlank')
    expect(v.parse(IssueSchema, before)).toEqual(before)
  })
})

describe('the sentences', () => {
  it.each(Object.entries(sentences))('%s end like sentences', (_, { message, fix }) => {
    expect(message).toMatch(/[.]$/)
    expect(fix).toMatch(/[.]$/)
  })
})
