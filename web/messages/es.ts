import { dataPoints } from './es/data-points.ts'
import { datasets, fields } from './es/fields.ts'
import { file } from './es/file.ts'
import { finish } from './es/finish.ts'
import { handout } from './es/handout.ts'
import { issueTitles } from './es/issue-titles.ts'
import { issueSentences } from './es/issues.ts'
import { keys } from './es/keys.ts'
import { live } from './es/live.ts'
import { mapping } from './es/mapping.ts'
import { mappingChoices } from './es/mapping-choices.ts'
import { page } from './es/page.ts'
import { setup } from './es/setup.ts'
import { sheet } from './es/sheet.ts'
import { shell } from './es/shell.ts'
import { unified } from './es/unified.ts'
import type { Texts } from './texts.ts'

export const es: Texts = {
  shell,
  dataPoints,
  keys,
  sheet,
  live,
  file,
  finish,
  handout,
  issueTitles,
  issueSentences,
  datasets,
  fields,
  mapping,
  mappingChoices,
  unified,
  setup,
  page,
}
