import * as v from 'valibot'

const EmailSchema = v.pipe(v.string(), v.trim(), v.email())

/** Whether the server would take it for an address. */
export const isEmail = (text: string): boolean => v.is(EmailSchema, text)
