/** Lets a browser put one object of exactly `size` bytes, for a few minutes and without credentials of its own. */
export type Uploads = {
  linkTo(
    key: string,
    size: number,
  ): Promise<{
    readonly url: string
    /** Sent along with the PUT. */
    readonly headers: Readonly<Record<string, string>>
    /** epoch ms */
    readonly expiresAt: number
  }>
}

export const uploadSeconds = 900
