import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/Dialog'
import { NumbersHeldDialog } from './NumbersHeldDialog'
import { OpenBookDialog } from './OpenBookDialog'
import { SimilarLetterDialog } from './SimilarLetterDialog'
import { asksDate, type DateQuestion, type Questions } from './use-issue'

/** The questions that may stand between an order and its number. */
export function IssueDialogs({ issuing }: { issuing: Questions }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const { question } = issuing
  if (question?.kind === 'similar-letter-valid')
    return (
      <SimilarLetterDialog
        earlier={question}
        isBusy={issuing.isBusy}
        onOpen={() => void navigate({ to: '/letters/$letterId', params: { letterId: question.letterId } })}
        onIssueAnyway={() => void issuing.goOn()}
        onClose={issuing.dismiss}
      />
    )
  if (question?.kind === 'book-not-open')
    return <OpenBookDialog year={question.year} onOpened={() => void issuing.goOn()} onClose={issuing.dismiss} />
  if (question?.kind === 'numbers-held') return <NumbersHeldDialog onConfirmed={() => void issuing.goOn()} onClose={issuing.dismiss} />
  if (question && asksDate(question))
    return (
      <FormDialog
        title={t('letters.dateBeforeTitle')}
        deed={t('letters.dateIsRight')}
        waitsToBeRead
        isBusy={issuing.isBusy}
        onSubmit={() => void issuing.goOn()}
        onClose={issuing.dismiss}
      >
        <p>{whyAsked(question)}</p>
        <Button tone="plain" onClick={() => void navigate({ to: '/register' })}>
          {t('letters.lookInBook')}
        </Button>
      </FormDialog>
    )
  return null

  function whyAsked(asked: DateQuestion): string {
    if (asked.kind === 'date-before-last') return t('letters.dateBefore', { date: format.dateLong(asked.lastIssuedOn) })
    const date = format.dateLong(asked.issuedOn)
    return asked.expected
      ? t('letters.dateOtherThanDistrict', { date, expected: format.dateLong(asked.expected) })
      : t('letters.dateDoubtful', { date })
  }
}
