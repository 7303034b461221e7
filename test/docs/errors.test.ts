import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { flowErrors, generalErrors, hrisErrors } from '#core/api/errors.ts'
import { attemptReasons } from '#core/connect/attempt.ts'
import { publicKeyRefusals } from '#core/connect/public-key-refusals.ts'
import { faultCodes } from '#core/fault.ts'
import { issueSeverity } from '#core/issues/codes.ts'
import { consequences } from '#core/issues/consequence.ts'
import { bare, readText, root, rowsOf, sectionOf } from './documents.ts'

const errors = readText('docs/errors.md')
const documented = (title: string) => rowsOf(sectionOf(errors, title))
const namesIn = (title: string): readonly string[] => documented(title).map(([name]) => bare(name))

const sources = globSync('local/sftp/*.ts', { cwd: root }).map(readText)
const found = (pattern: RegExp): readonly string[] =>
  sources.flatMap((source) => Array.from(source.matchAll(pattern), ({ groups }) => groups?.text ?? ''))

/** What `refuse` is given, up to what is filled in, and what the asker for a shell is told. Single words are codes. */
const sftpMessages = [
  ...found(/\brefused?\(\s*(?:'[A-Z_]+',\s*)?(?<quote>['`])(?<text>.*?)(?:\$\{|\k<quote>)/g),
  ...found(/notAShell =\s*'(?<text>.*)\\r\\n'/g),
].filter((text) => text.includes(' '))

const loginRefusals = found(/^ {2}\| '(?<text>[A-Z_]+)'$/gm)

describe('docs/errors.md', () => {
  it('has a line for every fault code, and no other', () => {
    expect(namesIn('Faults')).toEqual(Object.keys(faultCodes))
  })

  it('has a line with the severity of every issue code, and no other', () => {
    expect(documented('Issues').map(([code, severity]) => [bare(code), severity])).toEqual(
      Object.entries(issueSeverity),
    )
  })

  it('has a line for all that may be done about an issue, and no other', () => {
    expect(documented('What was done').map(([name, done]) => [bare(name), done])).toEqual(Object.entries(consequences))
  })

  it('has a line with the status of every error code of the API, and no other', () => {
    const expected = Object.entries(hrisErrors).map(([code, { status }]) => [code, String(status)])
    expect(documented('API errors').map(([code, status]) => [bare(code), status])).toEqual(expected)
  })

  it('has a line with the status of every code of the flows, and no other', () => {
    const own = Object.entries(flowErrors).filter(([code]) => !(code in generalErrors))
    expect(documented('Flow errors').map(([code, status]) => [bare(code), status])).toEqual(
      own.map(([code, { status }]) => [code, String(status)]),
    )
  })

  it('has a line for every reason to refuse a public key, and no other', () => {
    expect(namesIn('Public keys')).toEqual(Object.keys(publicKeyRefusals))
  })

  it('has a line for every reason that the connection page knows, and no other', () => {
    expect(namesIn('Connection attempts')).toEqual(Object.keys(attemptReasons))
  })

  it('has a line for every sentence of the SFTP server, and no other', () => {
    expect(sftpMessages.length).toBeGreaterThan(20)
    expect(namesIn('SFTP messages').toSorted()).toEqual(sftpMessages.map((text) => text.trim()).toSorted())
  })

  it('has a line for every reason to refuse a login, and no other', () => {
    expect(namesIn('SFTP logins')).toEqual(loginRefusals)
  })

  it('says of each what happened and what to do', () => {
    const rows = rowsOf(errors)
    expect(rows.filter((row) => row.length < 3 || row.includes(''))).toEqual([])
  })
})
