/** What stands between two names for one thing, as in `Deutschland (DE)`, `EUR - Euro` and `FR/France`. */
const between = /[()[\]/,:|–]|\s-+\s/

/** The code that a text names: as a whole, or by each of its parts alike. */
export const namedCode = (text: string, codeOf: (name: string) => string | undefined): string | undefined => {
  const whole = codeOf(text)
  if (whole !== undefined) return whole
  const parts = text.split(between).filter((part) => part.trim() !== '')
  const [code, ...others] = parts.map((part) => codeOf(part.trim()))
  return others.length > 0 && others.every((other) => other === code) ? code : undefined
}
