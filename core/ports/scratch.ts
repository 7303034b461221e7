/** Where a text lies: its first byte and how many bytes it has. */
export type Place = { readonly start: number; readonly length: number }

/** Room beside memory for texts that one run needs again later. */
export type Scratch = {
  add(text: string): Place
  /** The texts at these places, in their order; cheapest when they lie one behind another. */
  read(places: readonly Place[]): readonly string[]
  /** Gives the room back. Nothing may be read afterwards. */
  close(): void
}
