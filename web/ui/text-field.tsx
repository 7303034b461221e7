import { TextField as AriaTextField, FieldError, Input, Label, type TextFieldProps } from 'react-aria-components'

type Props = Pick<TextFieldProps, 'type' | 'autoComplete' | 'isRequired'> & {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** One line that a person writes. What is wrong with it is said in the page's own words. */
export const TextField = ({ label, error, ...props }: Props) => (
  <AriaTextField {...props} className="field" isInvalid={error !== undefined} validationBehavior="aria">
    <Label>{label}</Label>
    <Input className="input" />
    <FieldError className="error">{error}</FieldError>
  </AriaTextField>
)
