import fc from 'fast-check'

/** Something that takes input from outside, and what must hold whatever the input is. */
export type Target = {
  readonly name: string
  /** The property over its inputs; `around` decides how each is checked. */
  readonly property: (around: Around) => fc.IRawProperty<unknown>
}

/** Runs the check of one case, or not. */
export type Around = (input: unknown, check: () => Promise<void>) => Promise<void>

export const target = <Input>(
  name: string,
  inputs: fc.Arbitrary<Input>,
  check: (input: Input) => Promise<void> | void,
): Target => ({
  name,
  property: (around) => fc.asyncProperty(inputs, (input) => around(input, async () => check(input))),
})

/** Says what does not hold. */
export const hold = (truth: boolean, what: string): void => {
  if (!truth) throw new Error(what)
}
