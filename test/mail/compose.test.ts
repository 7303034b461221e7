import { describe, expect, test } from 'vitest'
import { composeMail, type MailFacts, mailTexts } from '#core/mail/compose.ts'
import type { Occasion } from '#core/mail/occasion.ts'

const languages = ['en', 'de', 'fr', 'it', 'es'] as const
const occasions: readonly Occasion[] = [
  { occasion: 'sign-in' },
  { occasion: 'first-login' },
  { occasion: 'first-file' },
  { occasion: 'file-refused', fileName: 'employees.csv', fileId: 'f' },
  { occasion: 'removals-held', syncId: 's', held: [{ dataset: 'employees', records: 7 }] },
  { occasion: 'file-late', lastFileId: 'f', fileName: 'employees.csv', hours: 50 },
]
const facts: Omit<MailFacts, 'language' | 'about'> = {
  organization: 'Acme',
  vendor: 'Initech',
  decides: false,
  pageUrl: 'https://hr.example.com/page',
  optOutUrl: 'https://hr.example.com/page?opt_out=t',
}

describe.each(languages)('a mail in %s', (language) => {
  test.each(occasions)('about $occasion has its facts, and leads to the page', (about) => {
    const { subject, text } = composeMail({ ...facts, language, about })
    expect(subject.length).toBeLessThan(78)
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/)
    expect(text).toContain('Acme')
    expect(text).toContain(`\n${facts.pageUrl}\n`)
    expect(text.includes(facts.optOutUrl)).toBe(about.occasion !== 'sign-in')
  })

  test('tells of the page whoever may decide about held removals, and of the vendor whoever may not', () => {
    const about: Occasion = { occasion: 'removals-held', syncId: 's', held: [{ dataset: 'employees', records: 7 }] }
    const textFor = (decides: boolean) => composeMail({ ...facts, language, about, decides }).text
    expect(textFor(true)).toContain(mailTexts[language].decide)
    expect(textFor(true)).not.toContain('Initech')
    expect(textFor(false)).toContain('Initech')
    expect(textFor(false)).not.toContain(mailTexts[language].decide)
  })

  test('names the vendor in words where it has no name', () => {
    const { text } = composeMail({ ...facts, vendor: null, language, about: { occasion: 'sign-in' } })
    expect(text).toContain(mailTexts[language].vendor)
  })
})

const wordsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Object.values(Object(value)).flatMap(wordsOf)

test.each(languages.filter((language) => language !== 'en'))('no text of %s is the English one', (language) => {
  const english = new Set(wordsOf(mailTexts.en))
  expect(wordsOf(mailTexts[language]).filter((text) => english.has(text))).toEqual([])
  expect(wordsOf(mailTexts[language])).toHaveLength(english.size)
})

test('a name cannot begin a line of its own', () => {
  const organization = 'Acme\r\nBcc: everybody@example.com\u2028'
  const about = { occasion: 'file-refused', fileName: 'a\nSubject: b', fileId: 'f' } as const
  const { subject, text } = composeMail({ ...facts, organization, language: 'en', about })
  expect(subject).toBe('A file could not be used: a Subject: b')
  expect(text).not.toMatch(/^(?:Bcc|Subject):/m)
})
