/** Where a text lies, or bytes: the first byte and how many there are. */
export type Place = { readonly start: number; readonly length: number }

/** Room for bytes. */
export type ByteRoom = {
  /** Takes a copy. */
  put(bytes: Uint8Array): Place
  get(place: Place): Uint8Array
}

/** Room beside memory for what one run needs again later. */
export type Scratch = ByteRoom & {
  add(text: string): Place
  /** The texts at these places, in their order; cheapest when they lie one behind another. */
  read(places: readonly Place[]): readonly string[]
  /** Gives the room back. Nothing may be read afterwards. */
  close(): void
}
