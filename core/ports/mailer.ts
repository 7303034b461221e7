/** Sends a mail in plain text. Accepting it does not mean that it arrives; throws what may succeed another time. */
export type Mailer = {
  send(mail: {
    readonly to: string
    readonly subject: string
    readonly text: string
    /** Where a mail program can stop the mails by itself (RFC 8058); null where somebody asked for this one. */
    readonly unsubscribeUrl: string | null
  }): Promise<void>
}
