/** Parts of a colour, 0 to 1, as light adds up: WCAG's relative luminance. */
const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

const luminance = (color: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far apart two colours `#rrggbb` are in brightness, 1 to 21, as WCAG counts it. */
export const contrastOf = (one: string, other: string): number => {
  const [darker = 0, lighter = 0] = [luminance(one) + 0.05, luminance(other) + 0.05].toSorted((a, b) => a - b)
  return lighter / darker
}

const white = '#ffffff'
const black = '#000000'

/** Black or white, whichever is easier to read on a colour `#rrggbb`: one of them always has a contrast of 4.5. */
export const readableOn = (color: string): string =>
  contrastOf(color, white) >= contrastOf(color, black) ? white : black

/** Fills buttons with the vendor's colour. Text keeps ours, which can be read on every surface. */
export const paint = (color: string | null, { style }: HTMLElement): void => {
  if (color === null) return
  style.setProperty('--brand', color)
  style.setProperty('--on-brand', readableOn(color))
}
