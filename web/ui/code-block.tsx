import { CopyButton } from './copy-button.tsx'

type Props = { readonly text: string; readonly what: string }

/** Commands to be copied. The keyboard can scroll it. */
export const CodeBlock = ({ text, what }: Props) => (
  <div className="code-block">
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
    <section aria-label={what} tabIndex={0}>
      <pre>{text}</pre>
    </section>
    <CopyButton text={text} what={what} />
  </div>
)
