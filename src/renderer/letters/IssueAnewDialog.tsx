import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { isOnPaper } from '#shared/letters/issued-letter'
import type { LetterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useCall } from '../use-call'
import { IssueDialogs } from './IssueDialogs'
import { useIssueAnew } from './use-issue'

type IssueAnewDialogProps = { change: string; letterId: string; onClose: () => void }

/** Issues a letter whose number another has under the next one, once somebody has read where the old paper is. */
export function IssueAnewDialog({ change, letterId, onClose }: IssueAnewDialogProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const notify = useNotify()
  const card = useCall(api.letters.get, { letterId }, { isAskedAnew: true })
  const issuing = useIssueAnew(letter => {
    notify.done(t('letters.issuedAnew', { number: letter.number, old: card.value?.letter.number ?? '' }))
    void navigate({ to: '/letters/$letterId', params: { letterId: letter.id } })
  })
  if (issuing.question) return <IssueDialogs issuing={issuing} />
  return (
    <FormDialog
      title={t('letters.issueAnewTitle')}
      deed={t('letters.issueAnew')}
      isBusy={issuing.isBusy}
      isAllowed={card.value !== undefined}
      problem={issuing.problem ?? card.problem ?? null}
      onSubmit={() => void issuing.issue({ change })}
      onClose={onClose}
    >
      <p>{t('letters.issueAnewTeach', { number: card.value?.letter.number ?? '' })}</p>
      {card.value && <OldPaper card={card.value} />}
    </FormDialog>
  )
}

/** Where the paper with the old number is, as far as somebody has noted. */
function OldPaper({ card: { attempts, handOvers } }: { card: LetterCard }) {
  const { t } = useTranslation()
  const names = [...new Set(handOvers.map(({ receivedBy }) => receivedBy))]
  return (
    <Notice tone="attention">
      {names.length > 0
        ? t('letters.oldPaperWith', { name: names.join(', ') })
        : t(isOnPaper(attempts, null) ? 'letters.oldPaperHere' : 'letters.oldPaperNone')}
    </Notice>
  )
}
