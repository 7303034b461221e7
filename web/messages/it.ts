import { dataPoints } from './it/data-points.ts'
import { datasets, fields } from './it/fields.ts'
import { file } from './it/file.ts'
import { finish } from './it/finish.ts'
import { handout } from './it/handout.ts'
import { issueTitles } from './it/issue-titles.ts'
import { issueSentences } from './it/issues.ts'
import { keys } from './it/keys.ts'
import { live } from './it/live.ts'
import { mapping } from './it/mapping.ts'
import { mappingChoices } from './it/mapping-choices.ts'
import { page } from './it/page.ts'
import { setup } from './it/setup.ts'
import { sheet } from './it/sheet.ts'
import { shell } from './it/shell.ts'
import { unified } from './it/unified.ts'
import type { Texts } from './texts.ts'

export const it: Texts = {
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
