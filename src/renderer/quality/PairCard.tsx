import { useTranslation } from 'react-i18next'
import type { PAIR_VERDICTS } from '#shared/residents/pair-judgement'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'
import { PairTable } from './PairTable'
import styles from './QualityScreen.module.css'

type Verdict = (typeof PAIR_VERDICTS)[number]

type PairCardProps = {
  residentId: string
  otherId: string
  /** They are one person: now it is chosen which record stays. */
  onMerge: (card: ResidentCard, otherId: string) => void
}

/** Two records that may be of one person, what speaks for it and against it, and three answers. */
export function PairCard({ residentId, otherId, onMerge }: PairCardProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const notify = useNotify()
  const one = useCall(api.residents.get, { residentId })
  const other = useCall(api.residents.get, { residentId: otherId })
  const found = useCall(api.pairs.compare, { residentId, otherId })
  const judge = useAct(api.pairs.judge)
  const mayMerge = may(api.residents.merge)
  const isWanted = found.value?.judgements.some(judged => judged.verdict === 'same') ?? false

  const say = async (verdict: Verdict) => {
    const answer = await judge.act({ residentId, otherId, verdict })
    if (!answer.ok) return notify.problem(answer.problem)
    if (verdict === 'same' && mayMerge && one.value) onMerge(one.value, otherId)
    notify.done(
      t(
        {
          same: mayMerge ? ('quality.sameWanted' as const) : ('quality.sameAsked' as const),
          different: 'quality.differentKept' as const,
          unsure: 'quality.unsureKept' as const
        }[verdict]
      )
    )
  }
  const problem = one.problem ?? other.problem ?? found.problem
  if (problem) return <ProblemNotice problem={problem} />
  if (!one.value || !other.value || !found.value) return <p role="status">{t('ui.loading')}</p>
  const { match, judgements } = found.value
  const card = one.value
  return (
    <Card
      title={t('quality.pairQuestion')}
      isFilling
      aside={match && <Chip tone="brand">{t('quality.score', { score: Math.round(match.score * 100) })}</Chip>}
    >
      <p className={styles.soft}>{t('quality.pairTeach')}</p>
      <p className={styles.chips}>
        {!match && <Chip>{t('quality.noMatch')}</Chip>}
        {match?.evidence.map(code => (
          <Chip key={code} tone="attention">
            {t(`codes.evidence.${code}`)}
          </Chip>
        ))}
        {match?.doubts.map(code => (
          <Chip key={code}>{t(`codes.doubt.${code}`)}</Chip>
        ))}
      </p>
      <div className={styles.answers}>
        <Button
          shortcut={KEYS.pairSame}
          isBusy={judge.isBusy}
          onClick={() => (isWanted && mayMerge ? onMerge(card, otherId) : void say('same'))}
        >
          {isWanted && mayMerge ? t('quality.mergeNow') : t('codes.pairVerdict.same')}
        </Button>
        <Button shortcut={KEYS.pairDifferent} isBusy={judge.isBusy} onClick={() => void say('different')}>
          {t('codes.pairVerdict.different')}
        </Button>
        <Button shortcut={KEYS.pairUnsure} isBusy={judge.isBusy} onClick={() => void say('unsure')}>
          {t('codes.pairVerdict.unsure')}
        </Button>
      </div>
      <PairTable one={card} other={other.value} />
      {judgements.map(judged => (
        <p key={judged.id} className={styles.soft}>
          {t('quality.judgedBy', {
            verdict: t(`codes.pairVerdict.${judged.verdict}`),
            name: judged.officerName,
            at: format.moment(judged.judgedAt)
          })}
        </p>
      ))}
    </Card>
  )
}
