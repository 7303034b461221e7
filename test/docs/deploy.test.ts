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

describe('docs/deploy.md', () => {
  it('has a line with the default of every setting, and no other', () => {
    const defaults = new Map(Object.entries(readSettings(() => undefined)))
    const expected = settingNames().map((name) => [name, String(defaults.get(name) ?? 'none')])
    expect(rowsOf(sectionOf(text, 'Settings')).map(([name, value]) => [bare(name), bare(value)])).toEqual(expected)
  })

  it('has a line for every output of the stack, and no other', () => {
    const rows = rowsOf(sectionOf(text, 'After it')).flatMap(([names]) => codeSpans(names ?? ''))
    expect(rows.toSorted()).toEqual(Object.keys(synthesize().findOutputs('*')).toSorted())
  })
})
