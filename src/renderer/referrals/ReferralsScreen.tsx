import { IconArrowsExchange } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralCard } from '#shared/referrals/referrals.contract'
import { api } from '../api'
import { useTermName } from '../directory/term-name'
import { KEYS, useKey } from '../keys'
import { useScanner } from '../scanner'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import { List } from '../ui/List'
import { ListLine } from '../ui/ListLine'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { useCall } from '../use-call'
import { AnswerDialog } from './AnswerDialog'
import styles from './ReferralsScreen.module.css'

function Line({ referral }: { referral: ReferralCard }) {
  const nameOf = useTermName()
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const isLate = referral.dueOn !== null && referral.dueOn < today
  return (
    <ListLine
      start={<span className={styles.code}>{referral.code}</span>}
      name={referral.organizationName}
      more={[referral.residentName, referral.caseNumber, nameOf(referral.service)].filter(Boolean).join(' · ')}
    >
      <Chip tone="brand">{t(`codes.referralStatus.${referral.status}`)}</Chip>
      {referral.dueOn && (
        <Chip tone={isLate ? 'bad' : 'neutral'}>
          {isLate
            ? t('referrals.late', { date: format.date(referral.dueOn) })
            : t('referrals.answerBy', { date: format.date(referral.dueOn) })}
        </Chip>
      )}
    </ListLine>
  )
}

/** Referrals that wait for an answer, the longest overdue first, and the box for a return slip's code. */
export function ReferralsScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const { code: scanned } = useSearch({ from: '/referrals' })
  const open = useCall(api.referrals.listOpen, {})
  const slip = useRef<HTMLDivElement>(null)
  const [code, setCode] = useState('')
  const [unknown, setUnknown] = useState<string | null>(null)
  const [answering, setAnswering] = useState<ReferralCard | null>(null)
  useKey(KEYS.add, () => slip.current?.querySelector('input')?.focus())

  const find = useCallback(async (given: string) => {
    const typed = given.toUpperCase().replace(/[\s-]/g, '').slice(0, 20)
    if (typed === '') return
    const answer = await api.referrals.byCode({ code: typed })
    const found = answer.ok ? answer.value : null
    setAnswering(found)
    setUnknown(found ? null : typed)
    setCode(found ? '' : typed)
  }, [])
  useEffect(() => {
    if (scanned) void find(scanned)
  }, [scanned, find])
  useScanner(text => {
    if (slip.current?.contains(document.activeElement)) void find(text)
  })
  return (
    <Screen title={t('referrals.title')} lead={t('referrals.lead')}>
      <div className={styles.top}>
        <Card>
          <form
            className={styles.slip}
            noValidate
            onSubmit={event => {
              event.preventDefault()
              void find(code)
            }}
          >
            <div ref={slip} className={styles.slipField}>
              <TextField
                label={t('referrals.slipCode')}
                hint={t('referrals.slipHint')}
                isDigits
                maxLength={20}
                aria-keyshortcuts={KEYS.add}
                value={code}
                error={unknown ? t('referrals.slipUnknown', { code: unknown }) : undefined}
                onChange={event => setCode(event.currentTarget.value)}
              />
            </div>
            <Button tone="primary" type="submit">
              {t('referrals.openSlip')}
            </Button>
          </form>
        </Card>
      </div>
      <Card title={t('referrals.open', { count: open.value?.count ?? 0 })} isFilling>
        {open.problem && <ProblemNotice problem={open.problem} />}
        {open.value?.count === 0 && (
          <EmptyState icon={<IconArrowsExchange />} title={t('referrals.noneOpen')}>
            {t('referrals.noneOpenTeach')}
          </EmptyState>
        )}
        {open.value && open.value.count > open.value.lines.length && (
          <p>{t('referrals.cut', { n: format.number(open.value.lines.length) })}</p>
        )}
        <List label={t('referrals.title')} items={open.value?.lines ?? []} keyOf={referral => referral.id} onOpen={setAnswering}>
          {referral => <Line referral={referral} />}
        </List>
      </Card>
      {answering && (
        <AnswerDialog
          referral={answering}
          onClose={() => setAnswering(null)}
          onCase={() => void navigate({ to: '/cases/$caseId', params: { caseId: answering.caseId } })}
        />
      )}
    </Screen>
  )
}
