import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import { keyOf, useWhich } from '../use-integration.ts'
import { useLinkPeople } from './use-link-people.ts'

type Suggested = AnswerOf<'GET /manage/integrations/{integration_id}/identity/suggestions'>['results'][number]

const idOf = ({ from, to }: Suggested): string => `${from} ${to}`

const useColumns = (onLink: (pair: Suggested) => void): readonly TableColumn<Suggested>[] => {
  const t = useTranslations('dashboard.integration.identity')
  return useMemo(
    () => [
      { id: 'name', name: t('name'), share: 2, minWidth: 150, cell: ({ name, from }) => name ?? from },
      { id: 'from', name: t('storedAs'), cell: ({ from }) => from },
      { id: 'to', name: t('nowAs'), cell: ({ to }) => to },
      {
        id: 'by',
        name: t('by'),
        cell: ({ by }) => (by === 'email' || by === 'name_and_birth_date' ? t(`bys.${by}`) : by),
      },
      {
        id: 'link',
        name: t('action'),
        minWidth: 150,
        cell: (pair) => (
          <Button
            size="small"
            onPress={() => onLink(pair)}
            aria-label={t('linkThis', { from: pair.from, to: pair.to })}
          >
            {t('link')}
          </Button>
        ),
      },
    ],
    [t, onLink],
  )
}

const useSuggestions = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'suggestions'),
    load: (cursor) =>
      call('GET /manage/integrations/{integration_id}/identity/suggestions', { path, query: { cursor } }),
    isLive: false,
  })
}

type Wish = { readonly kind: 'one'; readonly pair: Suggested } | { readonly kind: 'all'; readonly set: string }

/** People who are missing, and seem to be there under another id. */
export const Suggestions = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useTranslations('dashboard.integration.identity')
  const words = useTranslations('dashboard.parts')
  const { first, items, error, ...more } = useSuggestions()
  const [wish, setWish] = useState<Wish>()
  const columns = useColumns((pair) => setWish({ kind: 'one', pair }))
  const linkPeople = useLinkPeople()
  const link = async (reason: string): Promise<void> => {
    if (wish?.kind === 'one')
      await linkPeople({ links: [{ from: wish.pair.from, to: wish.pair.to, keep: 'from' }], reason })
    if (wish?.kind === 'all') await linkPeople({ set: wish.set, reason })
    onDone()
  }
  const count = wish?.kind === 'all' ? (first?.links ?? 0) : 1
  return (
    <section className="stack" aria-labelledby="suggested">
      <h2 id="suggested">{t('suggested')}</h2>
      {error && <FailureNotice error={error} />}
      {!items && !error && <Busy label={words('loading')} />}
      {first && first.links > 1 && (
        <div className="row">
          <Button onPress={() => setWish({ kind: 'all', set: first.set })}>
            {t('linkAll', { count: first.links })}
          </Button>
        </div>
      )}
      {items && (
        <PagedTable
          label={t('suggested')}
          columns={columns}
          items={items}
          idOf={idOf}
          empty={t('noneSuggested')}
          {...more}
        />
      )}
      {wish && (
        <Confirm
          title={t('linkTitle', { count })}
          action={t('linkNow')}
          asksReason
          onConfirm={link}
          onClose={() => setWish(undefined)}
        >
          <p>{t('linkText', { count })}</p>
        </Confirm>
      )}
    </section>
  )
}
