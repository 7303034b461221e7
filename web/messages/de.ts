import { dataPoints } from './de/data-points.ts'
import { datasets, fields } from './de/fields.ts'
import { file } from './de/file.ts'
import { finish } from './de/finish.ts'
import { handout } from './de/handout.ts'
import { issueTitles } from './de/issue-titles.ts'
import { issueSentences } from './de/issues.ts'
import { keys } from './de/keys.ts'
import { live } from './de/live.ts'
import { mapping } from './de/mapping.ts'
import { mappingChoices } from './de/mapping-choices.ts'
import { page } from './de/page.ts'
import { setup } from './de/setup.ts'
import { sheet } from './de/sheet.ts'
import { shell } from './de/shell.ts'
import { unified } from './de/unified.ts'
import type { Texts } from './texts.ts'

export const de: Texts = {
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
