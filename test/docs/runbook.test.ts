import { describe, expect, it } from 'vitest'
import { synthesize } from '../template/synthesize.ts'
import { bare, readText, rowsOf, sectionOf } from './documents.ts'

const text = readText('docs/runbook.md')
const source = readText('lambdas/runtime/log.ts')

const matches = (pattern: RegExp, within = text): readonly string[] =>
  Array.from(within.matchAll(pattern), ([, found = '']) => found)

/** Event and level of everything that is logged. */
const logEvents = Array.from(source.matchAll(/^ {2}([A-Z_]+): '(\w+)',$/gm), ([, event, level]) => [event, level])

describe('docs/runbook.md', () => {
  it('has a line with the level of every log event, and no other', () => {
    expect(logEvents.length).toBeGreaterThan(10)
    expect(rowsOf(sectionOf(text, 'Log events')).map(([event, level]) => [bare(event), level])).toEqual(logEvents)
  })

  it('looks only for log events that exist', () => {
    const known = logEvents.map(([event]) => event)
    const wanted = [...matches(/"event":"(\w+)"/g), ...matches(/events \w+ ([A-Z_]+)/g), ...matches(/grep ([A-Z_]+)/g)]
    expect(wanted.length).toBeGreaterThan(3)
    expect(wanted.filter((event) => !known.includes(event))).toEqual([])
  })

  it('names only resources that the stack has', () => {
    const resources = Object.keys(synthesize().toJSON().Resources)
    const logs = matches(/events (\w+) [A-Z]/g).map((name) => `${name}Logs`)
    const named = [...matches(/physical ([A-Z]\w+)/g), ...logs]
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !resources.some((id) => id.startsWith(name)))).toEqual([])
  })
})
