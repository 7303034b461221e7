import * as v from 'valibot'
import { FileWordsSchema } from '#core/control/integration.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { ApiClient } from './client.ts'
import { integrationPath } from './pages.ts'

const SettingSchema = v.object({ file_names: FileWordsSchema })

const wordsIn = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** `file-names --integration ID --dataset absences "Fehlzeiten, PS_ABS"`: files with these words as names hold absences; without words, only those with the fixed names. */
export const fileNamesCommand = (api: ApiClient, integrationId: string, dataset: Dataset, words: string) =>
  api('PATCH', integrationPath(integrationId), SettingSchema, { body: { file_names: { [dataset]: wordsIn(words) } } })
