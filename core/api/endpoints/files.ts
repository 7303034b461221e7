import * as v from 'valibot'
import { ExportFileSchema } from '#core/control/file.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'

const { id, name, dataset, state, size, issues } = ExportFileSchema.entries

const FileSchema = v.object({ id, name, dataset, state, size, received_at: moment, issues })

export const fileDescriptions = {
  'GET /manage/integrations/{integration_id}/files': {
    summary: 'Files that arrived, newest first',
    query: pageQuery,
    data: pageOf(FileSchema),
  },
} as const satisfies Partial<Descriptions>
