const mostNames = 2000
const mostLetters = 200

/** The same function of names, which answers those that it was asked before at once: a draft asks of each column many times. */
export const remembered = <Answer>(answer: (name: string) => Answer): ((name: string) => Answer) => {
  const known = new Map<string, { readonly answer: Answer }>()
  return (name) => {
    if (name.length > mostLetters) return answer(name)
    const found = known.get(name) ?? { answer: answer(name) }
    if (known.size >= mostNames) known.clear()
    known.set(name, found)
    return found.answer
  }
}
