type Stamped = { readonly remote_id: string | null; readonly id: string; readonly changed_at: Date }

/** Which record each remote id has, and when it changed last. */
export const stampsOf = (records: readonly Stamped[]): ReadonlyMap<string, string> =>
  new Map(records.map(({ remote_id, id, changed_at }) => [remote_id ?? '', `${id} ${changed_at.toISOString()}`]))

/** Remote ids whose record is not what it was. */
export const movedBetween = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id)).sort()
