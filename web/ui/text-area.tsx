import { TextArea as AriaTextArea, FieldError, Label, Text, TextField } from 'react-aria-components'

type Props = {
  readonly label: string
  readonly description?: string
  readonly placeholder?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** A field for text that machines made: keys, lines of files. */
export const TextArea = ({ label, description, placeholder = '', value, onChange, error }: Props) => (
  <TextField className="field" value={value} onChange={onChange} isInvalid={error !== undefined}>
    <Label>{label}</Label>
    {description !== undefined && (
      <Text slot="description" className="muted">
        {description}
      </Text>
    )}
    <AriaTextArea className="input code" rows={3} spellCheck="false" autoComplete="off" placeholder={placeholder} />
    <FieldError className="error">{error}</FieldError>
  </TextField>
)
