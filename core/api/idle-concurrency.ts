/**
 * What apps go by that pace their writes: so many may run at once for an integration. Since none can be carried out,
 * none ever runs.
 */
export const idleConcurrency = { 'concurrency-limit': '30', 'concurrency-remaining': '30' } as const
