/**
 * What CloudFront adds to each request on its way to the API: a secret, which tells that the request came through it, and the address of
 * the caller as it saw it. Without the secret the address could be anybody's word.
 */
export const frontHeaders = { secret: 'x-origin-secret', callerAddress: 'x-caller-address' } as const
