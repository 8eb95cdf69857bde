import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '#shared/residents/phone'
import type { ResidentCard } from '#shared/residents/residents.contract'
import { lackedBy, type TakenOver } from '#shared/residents/taken-over'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import choice from '../ui/Choice.module.css'
import { Dialog } from '../ui/Dialog'
import { groupNik } from '../ui/NikField'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct, useCall } from '../use-call'
import styles from './MergeDialog.module.css'
import { ResidentSearch } from './ResidentSearch'
import { TakeOverChoice } from './TakeOverChoice'

type MergeDialogProps = {
  card: ResidentCard
  /** The other record, where it is known already. */
  otherId?: string
  onMerged: (stays: string) => void
  onClose: () => void
}

/** Two records that are one person: find the other, look at both, say which one stays. */
export function MergeDialog({ card, otherId: known, onMerged, onClose }: MergeDialogProps) {
  const { t } = useTranslation()
  const { resident } = card
  const [otherId, setOtherId] = useState<string | null>(known ?? null)
  const [isSame, setSame] = useState(false)
  if (otherId) return <Compare card={card} otherId={otherId} onOther={() => setOtherId(null)} onMerged={onMerged} onClose={onClose} />
  return (
    <Dialog title={t('residents.mergeTitle', { name: resident.name })} width={820} onClose={onClose}>
      <p>{t('residents.mergeFind')}</p>
      {isSame && (
        <p role="alert" className={styles.same}>
          {t('residents.mergeSame')}
        </p>
      )}
      <div className={styles.search}>
        <ResidentSearch
          onPick={hit => {
            setSame(hit.residentId === resident.id)
            if (hit.residentId !== resident.id) setOtherId(hit.residentId)
          }}
        />
      </div>
    </Dialog>
  )
}

type CompareProps = Omit<MergeDialogProps, 'otherId'> & { otherId: string; onOther: () => void }

function Compare({ card, otherId, onOther, onMerged, onClose }: CompareProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const other = useCall(api.residents.get, { residentId: otherId })
  const merge = useAct(api.residents.merge)
  const [stays, setStays] = useState<string | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const cards = other.value ? [card, other.value] : [card]
  const goes = cards.find(one => one.resident.id !== stays)?.resident
  const stay = cards.find(one => one.resident.id === stays)?.resident
  const lacked = stay && goes ? lackedBy(stay, goes) : []
  const [left, setLeft] = useState<ReadonlySet<TakenOver>>(new Set())
  const save = async () => {
    if (!stays || !goes) return
    const answer = await merge.act({ residentId: goes.id, into: stays, takeOver: lacked.filter(field => !left.has(field)) })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('residents.merged', { name: goes.name }))
    onMerged(stays)
  }
  return (
    <Dialog
      title={t('residents.mergeTitle', { name: card.resident.name })}
      width={820}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onOther}>{t('residents.mergeOther')}</Button>
          <Button tone="primary" type="submit" shortcut={KEYS.primary} isBusy={merge.isBusy} disabled={!stays || !other.value}>
            {t('residents.mergeDeed')}
          </Button>
        </>
      }
    >
      {other.problem && <ProblemNotice problem={other.problem} />}
      {problem && <ProblemNotice problem={problem} />}
      <fieldset className={choice.set}>
        <legend className={choice.legend}>{t('residents.mergeStays')}</legend>
        <div className={styles.sides}>
          {cards.map((one, at) => (
            <label key={one.resident.id} className={choice.option}>
              <input
                type="radio"
                name="stays"
                value={one.resident.id}
                checked={stays === one.resident.id}
                data-autofocus={at === 0 || undefined}
                autoFocus={at === 0}
                onChange={() => setStays(one.resident.id)}
              />
              <Person card={one} />
            </label>
          ))}
        </div>
      </fieldset>
      {goes && lacked.length > 0 && (
        <TakeOverChoice
          goes={goes}
          lacked={lacked}
          left={left}
          onLeave={(field, isLeft) => setLeft(new Set(isLeft ? [...left, field] : [...left].filter(one => one !== field)))}
        />
      )}
      <p>{t('residents.mergeTeach')}</p>
    </Dialog>
  )
}

function Person({ card: { resident, areaLine } }: { card: ResidentCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const birth = resident.birthDate ? format.date(resident.birthDate) : t('residents.noBirthDate')
  return (
    <span className={styles.person}>
      <span className={styles.name}>{resident.name}</span>
      <span>{resident.nik ? groupNik(resident.nik) : (resident.provisionalId ?? t('search.noNik'))}</span>
      <span>{[t(`codes.sex.${resident.sex}`), resident.birthPlace, birth].filter(Boolean).join(', ')}</span>
      <span>{[resident.address.line, areaLine].filter(Boolean).join(', ')}</span>
      <span>{resident.phone ? formatPhone(resident.phone) : t('residents.noPhone')}</span>
      {resident.motherName && <span>{`${t('residents.motherName')}: ${resident.motherName}`}</span>}
    </span>
  )
}
