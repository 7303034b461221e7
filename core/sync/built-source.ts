/** The records that a file gives, kept somewhere until they are written. */
export type BuiltSource = {
  /** Their own properties as JSON text, by id; ids that the file does not give are left out. Cheapest in the order of `changedRecords`. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}
