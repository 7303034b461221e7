import { connect } from '../../cli/connect.ts'
import { approveCommand } from '../../cli/mapping.ts'
import { newEd25519Pair } from '../../local/sftp/ed25519.ts'
import type { Product } from '../e2e/product.ts'
import { withSftp, write } from '../e2e/push.ts'
import { mailedLink } from './mailbox.ts'

let customers = 0

/** A customer who is connected, with an address of their own. */
export const connectCustomer = async (product: Product, language: string, settings: object) => {
  customers += 1
  const email = `hr${customers}@example.com`
  const { data } = await product.sdk().connect.createConnectionLink({
    end_user_email: email,
    end_user_organization_name: 'Beispiel GmbH',
    integration_category: 'HRIS',
    integration_tool: 'sftp',
    language: language as 'en',
  })
  const key = newEd25519Pair()
  const { integration_id: id, username } = await connect(data.link, key.public)
  const base = `/manage/integrations/${encodeURIComponent(id)}`
  await product.call('PATCH', base, { body: settings })
  return {
    id,
    email,
    base,
    push: (content: string) =>
      withSftp({ port: product.sftpPort, user: username, privateKey: key.private }, (sftp) =>
        write(sftp, '/employees.csv', content),
      ),
    /** Whether what was understood of the files could be approved: they must have come. */
    isApproved: () =>
      approveCommand(product.api, id, undefined).then(
        () => true,
        () => false,
      ),
    /** The link by which they, or a contact of theirs, sign in to their page. */
    signInLink: async (address = email): Promise<string> => {
      await product.call('POST', '/flow/sign-in', { body: { email: address } })
      return mailedLink(product, address, 'token')
    },
  }
}
