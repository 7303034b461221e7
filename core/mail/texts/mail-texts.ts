import type { Occasion } from '../occasion.ts'

/** A mail's own words. `{organization}`, `{vendor}`, `{file}`, `{count}` and `{hours}` stand for facts. */
type MailText = { readonly subject: string; readonly lines: readonly string[] }

export type MailTexts = Readonly<Record<Occasion['occasion'], MailText>> & {
  /** What the vendor is called that has given itself no name. */
  readonly vendor: string
  readonly open: string
  /** Said of a link that is valid for fifteen minutes. */
  readonly linkEnds: string
  readonly optOut: string
  /** What those can do about held removals who may decide about them. */
  readonly decide: string
}
