import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { JoinSchema, maxJoins } from '#core/mapping/join.ts'
import type { Descriptions } from '../description.ts'
import { FileColumnSchema, fileSource, foundDialect, said } from './flow-parts.ts'

export const joins = v.pipe(v.array(JoinSchema), v.maxLength(maxJoins))

export const JoinsSchema = v.object({ ...fileSource, dataset: DatasetSchema, joins, dialect: said })

export const flowJoinDescriptions = {
  'POST /flow/joins': {
    summary: 'Which files could be joined with the one of a dataset, and what its rows find in those that are',
    body: JoinsSchema,
    data: v.object({
      files: v.pipe(
        v.array(
          v.object({
            file_id: v.string(),
            name: v.string(),
            word: v.pipe(v.string(), v.description('What files like it are named by.')),
            columns: v.array(FileColumnSchema),
            ...foundDialect,
            issues: v.array(IssueSchema),
          }),
        ),
        v.description('Files that have come and that no dataset claims by their name, the newest of each name.'),
      ),
      awaited: v.pipe(v.array(v.string()), v.description('Names of files that have not come yet.')),
      rows: v.pipe(v.number(), v.description('Rows of the main file.')),
      parts: v.array(
        v.object({
          name: v.string(),
          file_name: v.string(),
          matched: v.pipe(v.number(), v.description('Rows of the main file that find their row.')),
          without_key: v.pipe(v.number(), v.description('Rows of the main file in which the key is empty.')),
          repeated: v.pipe(v.number(), v.description('Rows that do not count because a later one has their key.')),
        }),
      ),
      columns: v.pipe(v.array(FileColumnSchema), v.description('Columns of the parts, as a mapping names them.')),
      issues: v.array(IssueSchema),
    }),
    audit: null,
  },
} as const satisfies Partial<Descriptions>
