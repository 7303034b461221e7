import * as v from 'valibot'
import type { Descriptions } from '../description.ts'
import { flowFileDescriptions } from './flow-files.ts'
import { flowJoinDescriptions, joins } from './flow-joins.ts'
import { PutMappingSchema } from './flow-mappings.ts'
import { fileSource, said } from './flow-parts.ts'
import { MappingPathSchema, ShownMappingsSchema } from './mappings.ts'

/** What the mapping editor asks about files. What tells too much about people is masked, as it is in the customer's own editor. */

const { file_id } = fileSource

export const EditorFileSchema = v.object({ file_id, dialect: said })
export const EditorValuesSchema = v.object({
  file_id,
  columns: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one column'), v.maxLength(20)),
  joins: v.pipe(v.optional(joins), v.description('Files that it is joined with, whose columns may be named as well.')),
  dialect: said,
})
export const EditorJoinsSchema = v.object({ file_id, joins, dialect: said })

const path = MappingPathSchema
const personal = true

export const mappingEditorDescriptions = {
  'PUT /manage/integrations/{integration_id}/mappings/{dataset}/draft': {
    summary: 'Save what was entered in the editor, unless somebody else stored a mapping meanwhile: then 409',
    path,
    body: PutMappingSchema,
    data: ShownMappingsSchema,
    audit: 'mapping.stored',
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/understand': {
    summary: 'How a file is read, and a mapping for it; nothing is applied',
    path,
    body: EditorFileSchema,
    data: flowFileDescriptions['POST /flow/understand'].data,
    audit: 'mapping.file-seen',
    personal,
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/values': {
    summary: 'The different values of columns with their counts, and whether the columns identify a row',
    path,
    body: EditorValuesSchema,
    data: flowFileDescriptions['POST /flow/values'].data,
    audit: 'mapping.values-seen',
    personal,
  },
  'POST /manage/integrations/{integration_id}/mappings/{dataset}/joins': {
    summary: 'Which files could be joined with the one of a dataset, and what its rows find in those that are',
    path,
    body: EditorJoinsSchema,
    data: flowJoinDescriptions['POST /flow/joins'].data,
    audit: 'mapping.joins-seen',
    personal,
  },
} as const satisfies Partial<Descriptions>
