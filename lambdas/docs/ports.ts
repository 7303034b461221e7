/** What the documentation needs of the world. */
export type DocsPorts = {
  /** The text of a file of the renderer. */
  readonly readAsset: (name: string) => Promise<string>
}
