import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, readableOn } from '../../web/ui/brand.ts'

describe('text on the vendor’s colour', () => {
  it('is white on dark colours and black on light ones', () => {
    expect(readableOn('#0b3d2e')).toBe('#ffffff')
    expect(readableOn('#ffd54a')).toBe('#000000')
  })

  it('is judged by the contrast of the two, whichever is named first', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastOf('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrastOf('#3447d4', '#3447d4')).toBe(1)
  })

  it('can be read whatever the colour is', () => {
    const part = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    const byte = fc.nat(255)
    fc.assert(
      fc.property(byte, byte, byte, (red, green, blue) => {
        const color = `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`
        const background = 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue) + 0.05
        const contrast = readableOn(color) === '#ffffff' ? 1.05 / background : background / 0.05
        expect(contrast).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
