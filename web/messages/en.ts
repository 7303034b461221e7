import { dataPoints } from './en/data-points.ts'
import { datasets, fields } from './en/fields.ts'
import { keys } from './en/keys.ts'
import { shell } from './en/shell.ts'

/** The English texts: every other language has the same keys. */
export const en = { shell, dataPoints, keys, datasets, fields }
