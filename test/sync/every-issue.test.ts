import { describe, expect, it } from 'vitest'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationKey } from '#core/control/keys.ts'
import { issueCodes, issueSeverity } from '#core/issues/codes.ts'
import type { Issue } from '#core/issues/issue.ts'
import { fill, type Sentence } from '#core/issues/say.ts'
import { reportOf } from '../../lambdas/sync/report-of.ts'
import { LanguageSchema, loadTexts } from '../../web/messages/languages.ts'
import { integrationId, openWorkplace } from './workplace.ts'
import { wrongFiles } from './wrong-files.ts'
import { type Case, employees } from './wrong-rows.ts'

const issuesOf = async ({ of, mapping = employees, settings }: Case): Promise<readonly Issue[]> => {
  const work = await openWorkplace()
  await work.approveAs(mapping)
  const set = (each: Integration) => ({ ...each, ...settings })
  if (settings) await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, set)
  const found: Issue[] = []
  for (const [name, content] of of) {
    const before = work.sent.length
    const message = await work.deliver(name, content).catch(() => undefined)
    if (!message || work.sent.length === before) continue
    const sync = await work.run(message)
    found.push(...(await reportOf(work.ports, sync)).flatMap(({ issues }) => issues))
  }
  for await (const file of listDocuments(work.control, filePartition(integrationId), ExportFileSchema))
    found.push(...file.issues)
  return found
}

/** Every text in which a customer may read of an issue. */
const textsOf = async (found: Issue): Promise<readonly string[]> => {
  const said = await Promise.all(
    LanguageSchema.options.map(async (language) => {
      const texts = await loadTexts[language]()
      const sentences: Readonly<Record<string, Sentence | undefined>> = texts.issueSentences
      const { message = '', fix = '' } = sentences[found.says ?? ''] ?? {}
      const done = texts.file.issues.consequences[found.consequence ?? 'noted']
      return [texts.issueTitles[found.code], fill(message, found.params ?? {}), fill(fix, found.params ?? {}), done]
    }),
  )
  return [...said.flat(), found.message, found.fix, found.done ?? '']
}

/** What takes more than a small file: they are shown where it is. */
const shownElsewhere: readonly string[] = [
  'FILE_GONE',
  'UPLOAD_BROKEN_OFF',
  'FILE_NOT_KEPT',
  'DELTA_CHAIN_BROKEN',
  'FILE_SUPERSEDED',
  'FILE_EXCLUDED',
  'FILE_IS_MANIFEST',
  'PGP_KEY_UNKNOWN',
  'PGP_UNREADABLE',
  'CELLS_FAR',
  'FILTER_FIELD_MISSING',
  'JOIN_TOO_LARGE',
  'FILE_TOO_LARGE',
  'IDS_SWAPPED',
  'PERSON_TWICE',
  'MENTION_DIFFERS',
  'DATA_POINT_MISSING',
]

describe('what is wrong with a file', () => {
  it.each(wrongFiles)('is said with where it is, what was done and how to mend it: $code', async (each) => {
    const found = await issuesOf(each)
    expect(found.map(({ code }) => code)).toContain(each.code)
    const first = found.find(({ code }) => code === each.code)
    expect(first).toMatchObject({ severity: issueSeverity[each.code], ...each.at })
    for (const text of first ? await textsOf(first) : []) expect(text).toMatch(/^[^{}]{3,}$/)
  })

  it('is shown for every code', () => {
    const shown = new Set<string>([...wrongFiles.map(({ code }) => code), ...shownElsewhere])
    expect(issueCodes.filter((code) => !shown.has(code))).toEqual([])
  })
})
