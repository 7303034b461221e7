/** A run that does not come to its end in time needs this long to note how far it came and to queue itself again. */
const reserveMs = 120_000

/** When a run should begin to come to an end, epoch ms: `deadline` is when it is cut off. */
export const stopWorkAt = (deadline: number): number => deadline - reserveMs
