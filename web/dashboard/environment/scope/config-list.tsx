import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import type { ScopeConfig } from '../answers.ts'

type Props = { readonly configs: readonly ScopeConfig[]; readonly chosen: string }

/** Every configuration, with how many integrations have it. */
export const ConfigList = ({ configs, chosen }: Props) => {
  const t = useTranslations('dashboard.environment.scope')
  return (
    <nav aria-label={t('configs')} className="scope-configs">
      {configs.map(({ id, name, integrations }) => (
        <Link
          key={id}
          to="/environment/scope"
          search={({ model }) => ({ model, config: id })}
          className="scope-config"
          aria-current={id === chosen ? 'true' : undefined}
        >
          <strong>{name}</strong>
          {id === 'default' && <Badge kind="plain">{t('default')}</Badge>}
          <span className="muted">{t('usedBy', { count: integrations })}</span>
        </Link>
      ))}
    </nav>
  )
}
