/** What was entered, so that it can be taken back. */
export type History<State> = {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
}

const maxPast = 200

export const startHistory = <State>(present: State): History<State> => ({ past: [], present, future: [] })

/** Goes on from the present: what was taken back before is gone. */
export const enter = <State>({ past, present }: History<State>, next: State): History<State> => ({
  past: [...past, present].slice(-maxPast),
  present: next,
  future: [],
})

export const undo = <State>(history: History<State>): History<State> => {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export const redo = <State>(history: History<State>): History<State> => {
  const [after, ...future] = history.future
  if (after === undefined) return history
  return { past: [...history.past, history.present], present: after, future }
}
