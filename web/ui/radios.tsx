import { Label, Radio, RadioGroup } from 'react-aria-components'

type Option = { readonly id: string; readonly name: string; readonly hint?: string }
type Props = {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string
  readonly onChange: (id: string) => void
}

/** One of few. */
export const Radios = ({ label, options, value, onChange }: Props) => (
  <RadioGroup className="radios" value={value} onChange={onChange}>
    <Label className="label">{label}</Label>
    {options.map(({ id, name, hint }) => (
      <Radio key={id} value={id} className="radio">
        <span className="radio-mark" aria-hidden="true" />
        <span>
          {name}
          {hint !== undefined && <span className="muted"> {hint}</span>}
        </span>
      </Radio>
    ))}
  </RadioGroup>
)
