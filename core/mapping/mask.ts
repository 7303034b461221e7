/** Fields whose values tell too much to be shown on a screen that somebody else may see. */
const maskedFields: ReadonlySet<string> = new Set(['ssn', 'tax_id', 'pay_rate', 'date_of_birth', 'ethnicity'])

export const isMaskedField = (field: string): boolean => maskedFields.has(field) || field.startsWith('bank_account.')

/** What is left of a cell: its shape. `DE89 3704` becomes `xx00 0000`. */
export const mask = (text: string): string => text.replace(/\p{L}/gu, 'x').replace(/\p{N}/gu, '0')
