import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { claimOf, fileNames } from '#core/files/file-name.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import { requiredFields, targetFields } from '#core/mapping/fields.ts'
import { type Mapping, MappingSchema } from '#core/mapping/mapping.ts'
import { bare, codeBlocks, codeSpans, readText, rowsOf, sectionOf } from './documents.ts'

const text = readText('docs/mapping.md')

/** The part of the fields' section that is about one dataset. */
const fieldsOf = (dataset: string): string =>
  sectionOf(text, 'Fields')
    .split(/^### /m)
    .find((part) => part.startsWith(`${dataset}\n`)) ?? ''

const examples: readonly unknown[] = codeBlocks(text, 'json').map((block) => JSON.parse(block))

const headerOf = ({ id, fields }: Mapping): readonly string[] => [
  ...id.columns,
  ...Object.values(fields).flatMap((sources) =>
    sources.flatMap((source) => (source.from === 'column' ? [source.column] : [])),
  ),
]

describe('docs/mapping.md', () => {
  it.each(datasets)('lists every field of %s with its type and values, and no other', (dataset) => {
    const expected = Object.entries(targetFields[dataset]).map(([field, type]) => [
      field,
      type.kind,
      'values' in type ? type.values : [],
    ])
    const rows = rowsOf(fieldsOf(dataset)).map(([field, kind, values]) => [bare(field), kind, codeSpans(values ?? '')])
    expect(rows).toEqual(expected)
  })

  it.each(datasets.filter((dataset) => requiredFields[dataset].length > 0))('names what %s require', (dataset) => {
    const [, sentence = ''] = /^Required: (.*?)\.(?: |$)/m.exec(fieldsOf(dataset)) ?? []
    expect(codeSpans(sentence)).toEqual(requiredFields[dataset])
  })

  it('names the file and the mode of each dataset', () => {
    const rows = rowsOf(sectionOf(text, 'File names')).map(([dataset, , name, mode]) => [dataset, name, mode].map(bare))
    expect(rows).toEqual(datasets.map((dataset) => [dataset, fileNames[dataset], datasetTraits[dataset].mode]))
    expect(claimOf('employees-2026-01-31.csv')).toEqual({ kind: 'export', dataset: 'employees' })
    expect(claimOf('employeeslist.csv')).toEqual({ kind: 'unclaimed' })
  })

  it('names every property of a source', () => {
    const rows = rowsOf(sectionOf(text, 'The format')).map(([property]) => bare(property))
    const properties = new Set(
      MappingSchema.entries.fields.value.item.options.flatMap(({ entries }) => Object.keys(entries)),
    )
    expect(rows.filter((property) => properties.has(property)).toSorted()).toEqual([...properties].toSorted())
  })

  it('names every part of a dialect and every encoding', () => {
    const spans = codeSpans(sectionOf(text, 'The format'))
    const { entries } = MappingSchema.entries.dialect.wrapped
    const words = [...Object.keys(entries), ...entries.encoding.wrapped.options]
    expect(words.filter((word) => !spans.includes(word))).toEqual([])
  })

  it('has an example for each dataset', () => {
    expect(examples.map((example) => v.parse(MappingSchema, example).dataset).toSorted()).toEqual(datasets.toSorted())
  })

  it.each(examples)('has examples that compile: %#', (example) => {
    const mapping = v.parse(MappingSchema, example)
    expect(compileMapping(mapping, headerOf(mapping))).toMatchObject({ kind: 'compiled' })
  })
})
