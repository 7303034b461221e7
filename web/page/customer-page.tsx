import './page.css'
import { failureOf } from '../api/failure.ts'
import type { LinkAnswer } from '../flow/api.ts'
import { Card } from '../flow/card.tsx'
import { optOutToken } from '../flow/link.ts'
import { LinkProblem } from '../flow/link-problem.tsx'
import { OpenedPage } from './opened-page.tsx'
import { OptOut } from './opt-out.tsx'
import { OutsideHeading } from './page-heading.tsx'
import { SignIn } from './sign-in.tsx'

type Props = { readonly link: LinkAnswer | undefined; readonly error: Error | null; readonly onRetry: () => void }

const Outside = ({ error, onRetry }: Pick<Props, 'error' | 'onRetry'>) => {
  if (optOutToken !== null) return <OptOut token={optOutToken} />
  switch (error && failureOf(error).code) {
    case 'NO_TOKEN':
      return <SignIn />
    case 'FLOW.LINK_UNKNOWN':
    case 'FLOW.LINK_EXPIRED':
      return <SignIn because="used" />
    default:
      return error && <LinkProblem error={error} onRetry={onRetry} />
  }
}

/** The lasting page of a connection. Whoever has no link that opens it can have one mailed. */
export const CustomerPage = ({ link, error, onRetry }: Props) =>
  link && optOutToken === null ? (
    <OpenedPage link={link} />
  ) : (
    <Card heading={<OutsideHeading />}>
      <Outside error={error} onRetry={onRetry} />
    </Card>
  )
