import type { Sentences } from '../sentences.ts'
import { ofArchives } from './issues/of-archives.ts'
import { ofFiles } from './issues/of-files.ts'
import { ofJoins } from './issues/of-joins.ts'
import { ofMappings } from './issues/of-mappings.ts'
import { ofRows } from './issues/of-rows.ts'
import { ofTables } from './issues/of-tables.ts'

export const issueSentences: Sentences = {
  ...ofArchives,
  ...ofFiles,
  ...ofJoins,
  ...ofMappings,
  ...ofRows,
  ...ofTables,
}
