import { describe, expect, it } from 'vitest'
import { readSettings } from '../../lib/settings.ts'
import { synthesize } from '../template/synthesize.ts'
import { bare, codeSpans, readText, rowsOf, sectionOf } from './documents.ts'

const text = readText('docs/deploy.md')

const settingNames = (): readonly string[] => {
  const names: string[] = []
  readSettings((name) => void names.push(name))
  return names
}

/** Some outputs are there only where something is set. */
const withEverything = synthesize({
  domain: 'hr.example.com',
  certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1',
  rawFileDays: 30,
})

describe('docs/deploy.md', () => {
  it('has a line with the default of every setting, and no other', () => {
    // What has no default is said in words: "none", "any".
    const defaults = new Map(Object.entries(readSettings(() => undefined)))
    const expected = settingNames().map((name) => {
      const value = defaults.get(name)
      return [name, value === undefined ? null : `\`${value}\``]
    })
    const documented = rowsOf(sectionOf(text, 'Settings')).map(([name, value = '']) => [
      bare(name),
      value.startsWith('`') ? value : null,
    ])
    expect(documented.toSorted()).toEqual(expected.toSorted())
  })

  it('has a line for every output of the stack, and no other', () => {
    const rows = rowsOf(sectionOf(text, 'From an empty account to the first file')).flatMap(([names]) =>
      codeSpans(names ?? ''),
    )
    expect(rows.toSorted()).toEqual(Object.keys(withEverything.findOutputs('*')).toSorted())
  })
})
