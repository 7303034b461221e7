import { useMutation } from '@tanstack/react-query'
import type { Language } from '../../messages/languages.ts'
import { useManage } from '../manage.ts'

export type LinkWish = {
  readonly organization: string
  readonly email: string
  /** Empty where the vendor's app has no id for the customer. */
  readonly originId: string
  readonly language: Language
  /** Empty for the default. */
  readonly scopeConfigId: string
  readonly linkType: 'EMBEDDED' | 'MAGIC_LINK'
  readonly fieldMapping: boolean
  readonly filtering: boolean
}

export type Made = { readonly wish: LinkWish; readonly link: string }

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const useNewLink = () => {
  const { call } = useManage()
  return useMutation({
    mutationFn: async (wish: LinkWish): Promise<Made> => {
      const { link } = await call('POST /v1/connect/create-link', {
        body: {
          end_user_organization_name: wish.organization.trim(),
          end_user_email: wish.email.trim(),
          end_user_origin_id: orNull(wish.originId),
          integration_tool: 'sftp',
          language: wish.language,
          scope_config_id: orNull(wish.scopeConfigId),
          link_type: wish.linkType,
          enable_field_mapping: wish.fieldMapping,
          enable_filtering: wish.filtering,
        },
      })
      return { wish, link }
    },
  })
}
