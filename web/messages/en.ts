import { dataPoints } from './en/data-points.ts'
import { datasets, fields } from './en/fields.ts'
import { file } from './en/file.ts'
import { finish } from './en/finish.ts'
import { handout } from './en/handout.ts'
import { issueTitles } from './en/issue-titles.ts'
import { issueSentences } from './en/issues.ts'
import { keys } from './en/keys.ts'
import { live } from './en/live.ts'
import { mapping } from './en/mapping.ts'
import { mappingChoices } from './en/mapping-choices.ts'
import { page } from './en/page.ts'
import { setup } from './en/setup.ts'
import { sheet } from './en/sheet.ts'
import { shell } from './en/shell.ts'
import { unified } from './en/unified.ts'

/** The English texts: every other language has the same keys. */
export const en = {
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
