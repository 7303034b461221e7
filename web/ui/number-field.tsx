import { NumberField as AriaNumberField, Input, Label } from 'react-aria-components'

type Props = {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly min: number
  readonly max?: number
  /** `percent`: 0.1 is shown as 10 %. */
  readonly style?: 'decimal' | 'percent'
}

/** A number as people of the page's language write it; what lies outside the bounds becomes the bound. */
export const NumberField = ({ label, value, onChange, min, max, style = 'decimal' }: Props) => (
  <AriaNumberField
    className="field"
    value={value}
    onChange={(number) => onChange(Number.isNaN(number) ? min : number)}
    minValue={min}
    {...(max === undefined ? {} : { maxValue: max })}
    {...(style === 'percent' ? { formatOptions: { style, maximumFractionDigits: 1 }, step: 0.001 } : {})}
  >
    <Label>{label}</Label>
    <Input className="input" />
  </AriaNumberField>
)
