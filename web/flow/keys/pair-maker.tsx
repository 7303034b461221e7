import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { makePair } from '../../keys/make-pair.ts'
import { Button } from '../../ui/button.tsx'
import { download } from '../../ui/download.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'

type Props = { readonly onKey: (openssh: string) => void }

const fileName = 'id_ed25519_hr_upload'
const save = (privateKey: string): void => download(fileName, 'application/octet-stream', privateKey)

/** Makes a pair for those who have no SSH tool. The private key is saved at once and is nowhere else. */
export const PairMaker = ({ onKey }: Props) => {
  const t = useTranslations('keys')
  const make = useMutation({
    mutationFn: async () => (await makePair('hr-upload')) ?? null,
    onSuccess: (pair) => {
      if (!pair) return
      save(pair.privateKey)
      onKey(pair.publicKey)
    },
  })
  const pair = make.data
  return (
    <div className="stack">
      <p>{t('makeHelp')}</p>
      <div className="row">
        <Button onPress={() => make.mutate()} isPending={make.isPending}>
          {t('make')}
        </Button>
        {pair && (
          <Button kind="quiet" onPress={() => save(pair.privateKey)}>
            <DownloadIcon />
            {t('saveAgain')}
          </Button>
        )}
      </div>
      {pair && <Notice kind="good">{t('made', { file: fileName })}</Notice>}
      {(pair === null || make.isError) && (
        <Notice kind="bad">
          {t('cannotMake')} <code>ssh-keygen -t ed25519</code>
        </Notice>
      )}
    </div>
  )
}
