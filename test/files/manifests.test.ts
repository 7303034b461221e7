import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { namesManifest } from '#core/files/file-name.ts'
import { filesListed } from '#core/files/listed-files.ts'

describe('the name of a manifest', () => {
  it.each([
    ['export', 'export.done'],
    ['export', 'out/Export-2026-01-31.TRG'],
    ['export', 'export'],
    ['export', 'export_20260131T0815Z.ok.pgp'],
    ['manifest', 'manifest.txt'],
    ['employees', 'employees.csv.done'],
    ['export.done', 'EXPORT-2.done'],
    ['export.done', 'export.done.gz'],
    ['*.trg', 'HR 2026 (final).trg'],
  ])('%s is %s', (manifest, name) => expect(namesManifest(manifest, name)).toBe(true))

  it.each([
    ['export', 'exported.done'],
    ['export', 'export.zip'],
    ['export', 'export-berlin.done'],
    ['export.done', 'export.trg'],
    ['*.trg', 'export.csv'],
    ['*.trg', 'exporttrg'],
  ])('%s is not %s', (manifest, name) => expect(namesManifest(manifest, name)).toBe(false))

  it('is judged in no time, whatever it is', () => {
    for (const name of [`${'.'.repeat(1_000)}x`, `export${'-1'.repeat(500)}.x!`, `a${'.trg'.repeat(250)}x`])
      for (const manifest of ['*.trg', 'export', 'a.trg']) expect(namesManifest(manifest, name)).toBe(false)
  })
})

describe('what a manifest lists', () => {
  it.each([
    ['one name a line', 'employees.csv\r\nContracts.CSV\r\n\r\n'],
    ['a path and what they are packed in', 'C:\\out\\employees.csv.gz\n/hr/contracts.csv.pgp'],
    ['the first column of a table', 'file name;rows;at\n"employees.csv";3;2026-01-31T10:00:00.000Z\ncontracts.csv;2;'],
    ['names and sizes', 'employees.csv 1234\ncontracts.csv   99'],
    ['checksums', `${'0123abcd'.repeat(4)}  employees.csv\n${'0123abcd'.repeat(8)} *contracts.csv`],
    ['JSON', '{"version": 1.2, "files": [{"name":"employees.csv"},\n"contracts.csv"]}'],
    ['XML', '<files><file>employees.csv</file><file name="contracts.csv"/></files>'],
    [
      'comments and words beside them',
      '# all.csv\n// none.csv\nOK 1.0\nhost: hr.example.com\nemployees.csv\ncontracts.csv',
    ],
  ])('is told from %s', (_, text) => expect([...filesListed(text)]).toEqual(['employees.csv', 'contracts.csv']))

  it('keeps names with spaces whole, and is nothing where there are none', () => {
    expect([...filesListed('org units 2026.csv\n')]).toEqual(['org units 2026.csv'])
    expect(filesListed('  \nDONE\n2026-01-31 08:15\n').size).toBe(0)
  })

  it('has every name that is written on a line of its own', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_ -]{0,20}[a-z0-9]\.(csv|xlsx|json)$/)
    fc.assert(
      fc.property(fc.uniqueArray(name), (names) => {
        expect([...filesListed(names.join('\n'))]).toEqual(names)
      }),
    )
  })
})
