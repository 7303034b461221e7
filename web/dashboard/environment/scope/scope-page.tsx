import { getRouteApi } from '@tanstack/react-router'
import type { ScopeConfig } from '../answers.ts'
import './scope.css'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import { Loaded } from '../loaded.tsx'
import { ConfigList } from './config-list.tsx'
import { ScopeEditor } from './scope-editor.tsx'

const route = getRouteApi('/environment/scope')

/** What a new one begins with: everything is stored. */
const fresh = (name: string): ScopeConfig => ({
  id: 'new',
  name,
  settings: {},
  required: [],
  created_at: null,
  changed_at: null,
  integrations: 0,
})

/** Which models and fields may be stored, for whom. */
export const ScopePage = () => {
  const t = useTranslations('dashboard.environment.scope')
  const { call } = useManage()
  const { config = 'default' } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery({ queryKey: ['scope-configs'], queryFn: () => call('GET /manage/scope-configs') })
  const show = (id: string) => navigate({ search: ({ model }) => ({ model, config: id }) })
  return (
    <Page title={t('title')} actions={<Button onPress={() => show('new')}>{t('add')}</Button>}>
      <p className="muted">{t('intro')}</p>
      <Loaded query={query}>
        {({ results }) => {
          const chosen = results.find(({ id }) => id === config)
          return (
            <>
              <ConfigList configs={results} chosen={config} />
              {(chosen || config === 'new') && (
                <ScopeEditor key={config} config={chosen ?? fresh(t('newName'))} onSaved={show} />
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}
