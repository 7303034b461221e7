import { dataPoints } from './fr/data-points.ts'
import { datasets, fields } from './fr/fields.ts'
import { file } from './fr/file.ts'
import { finish } from './fr/finish.ts'
import { handout } from './fr/handout.ts'
import { issueTitles } from './fr/issue-titles.ts'
import { issueSentences } from './fr/issues.ts'
import { keys } from './fr/keys.ts'
import { live } from './fr/live.ts'
import { mapping } from './fr/mapping.ts'
import { mappingChoices } from './fr/mapping-choices.ts'
import { page } from './fr/page.ts'
import { setup } from './fr/setup.ts'
import { sheet } from './fr/sheet.ts'
import { shell } from './fr/shell.ts'
import { unified } from './fr/unified.ts'
import type { Texts } from './texts.ts'

export const fr: Texts = {
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
