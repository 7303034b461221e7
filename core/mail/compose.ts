import type { Contact } from '#core/control/contact.ts'
import type { Occasion } from './occasion.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { es } from './texts/es.ts'
import { fr } from './texts/fr.ts'
import { it } from './texts/it.ts'
import type { MailTexts } from './texts/mail-texts.ts'

export const mailTexts: Readonly<Record<Contact['language'], MailTexts>> = { en, de, fr, it, es }

const greetings: Readonly<Record<Contact['language'], string>> = {
  en: 'Hello,',
  de: 'Guten Tag,',
  fr: 'Bonjour,',
  it: 'Buongiorno,',
  es: 'Buenos días:',
}

export type MailFacts = {
  readonly language: Contact['language']
  readonly about: Occasion
  readonly organization: string
  /** What the vendor calls itself, if it has said so. */
  readonly vendor: string | null
  /** Whether the contacts may decide about held removals. */
  readonly decides: boolean
  /** Leads to the customer's page. */
  readonly pageUrl: string
  readonly optOutUrl: string
}

const factsOf = (about: Occasion): Readonly<Record<string, string>> => {
  switch (about.occasion) {
    case 'file-refused':
      return { file: about.fileName }
    case 'removals-held':
      return { count: String(about.held.reduce((sum, { records }) => sum + records, 0)) }
    case 'file-late':
      return { hours: String(about.hours), file: about.fileName }
    default:
      return {}
  }
}

/** Names come from outside: none may begin a line of its own, or a header. */
const inLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200)

/** A mail in plain text. It holds nothing of what stands in files. */
export const composeMail = (mail: MailFacts): { readonly subject: string; readonly text: string } => {
  const { language, about, organization, vendor, decides, pageUrl, optOutUrl } = mail
  const texts = mailTexts[language]
  const facts: Readonly<Record<string, string>> = { organization, vendor: vendor ?? texts.vendor, ...factsOf(about) }
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (place, name: string) => (facts[name] === undefined ? place : inLine(facts[name])))
  const { subject, lines: usual } = texts[about.occasion]
  const lines = decides && about.occasion === 'removals-held' ? [...usual.slice(0, 1), texts.decide] : usual
  const ending = about.occasion === 'sign-in' ? [texts.linkEnds] : [`${texts.optOut}\n${optOutUrl}`]
  const paragraphs = [greetings[language], ...lines.map(filled), `${texts.open}\n${pageUrl}`, ...ending]
  return { subject: filled(subject), text: `${paragraphs.join('\n\n')}\n` }
}
