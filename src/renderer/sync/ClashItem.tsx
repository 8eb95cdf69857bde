import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClashCard } from '#shared/sync/sync.contract'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { Facts } from '../ui/Facts'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { authorWords } from './author-words'
import { FieldValue } from './FieldValue'
import { fieldName } from './field-name'
import { PairChoice, type Side } from './PairChoice'
import { RecordLink } from './RecordLink'
import styles from './SyncScreen.module.css'

/** A side is chosen beside the value that stood then: once another one stands, it is chosen anew. */
type Chosen = { side: Side; standingIn: string | undefined }

/** Of the other kinds there is nothing to choose: what was wished can no longer be. They are read and put away. */
const isChoice = ({ kind, fields }: ClashCard): boolean => (kind === 'field-moved-on' || kind === 'status-moved-on') && fields.length > 0

function Authors({ clash }: { clash: ClashCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { standingBy, wishedBy } = clash
  return (
    <Facts
      facts={[
        ...(standingBy ? [[t('sync.standing'), authorWords(standingBy, t, format)] as const] : []),
        [t('sync.wished'), authorWords(wishedBy, t, format)]
      ]}
    />
  )
}

/** All that was said with a status, its state first. */
function Step({ clash: { entity, fields }, side }: { clash: ClashCard; side: Side }) {
  const { t } = useTranslation()
  const ordered = fields.toSorted((a, b) => Number(b.field === 'status') - Number(a.field === 'status'))
  return ordered.map(({ field, [side]: value }) => (
    <span key={field} className={styles.line}>
      {fieldName(entity, field, t)}: <FieldValue entity={entity} field={field} value={value} />
    </span>
  ))
}

/** Two values of one record that exclude each other: who wrote which, where and when; a person says field by field which one holds, and of a status which step. */
export function ClashItem({ clash }: { clash: ClashCard }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const resolve = useAct(api.sync.resolve)
  const [chosen, setChosen] = useState<Record<string, Chosen>>({})
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const { entity, id, change, fields, title } = clash
  const hasChoice = isChoice(clash)
  const isStep = clash.kind === 'status-moved-on'
  // a step is chosen as a whole
  const standingNow = (field: string) => (isStep ? JSON.stringify(clash.standingIn) : clash.standingIn[field])
  const sideOf = (field: string) => (chosen[field]?.standingIn === standingNow(field) ? chosen[field]?.side : undefined)
  const choose = (field: string, side: Side) => setChosen(before => ({ ...before, [field]: { side, standingIn: standingNow(field) } }))
  const isWhole = !hasChoice || (isStep ? sideOf('status') : fields.every(({ field }) => sideOf(field)))
  const save = async () => {
    if (!isWhole) return
    const choices = Object.fromEntries(fields.map(({ field }) => [field, sideOf(isStep ? 'status' : field) ?? ('standing' as const)]))
    const answer = await resolve.act({ entity, id, change, standingIn: clash.standingIn, choices })
    if (answer.ok) notify.done(t('sync.decided', { title }))
    else setProblem(answer.problem)
  }
  return (
    <li className={styles.item}>
      <form
        noValidate
        className={styles.form}
        aria-label={title}
        onSubmit={event => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.head}>
          <RecordLink entity={entity} id={id} title={title} parent={clash.parent} />
          {clash.isMine && <Chip tone="brand">{t('sync.mine')}</Chip>}
        </div>
        <p>{t(`sync.clashKind.${clash.kind}`)}</p>
        <Authors clash={clash} />
        {problem && <ProblemNotice problem={problem} />}
        {hasChoice && isStep && (
          <PairChoice
            legend={t('sync.chooseStep')}
            values={{ standing: <Step clash={clash} side="standing" />, wished: <Step clash={clash} side="wished" /> }}
            chosen={sideOf('status')}
            onChoose={side => choose('status', side)}
          />
        )}
        {hasChoice &&
          !isStep &&
          fields.map(({ field, standing, wished }) => (
            <PairChoice
              key={field}
              legend={t('sync.chooseOf', { field: fieldName(entity, field, t) })}
              values={{
                standing: <FieldValue entity={entity} field={field} value={standing} />,
                wished: <FieldValue entity={entity} field={field} value={wished} />
              }}
              chosen={sideOf(field)}
              onChoose={side => choose(field, side)}
            />
          ))}
        {!hasChoice && (
          <Facts
            facts={fields.map(({ field, wished }) => [
              fieldName(entity, field, t),
              <FieldValue key={field} entity={entity} field={field} value={wished} />
            ])}
          />
        )}
        <div className={styles.deeds}>
          <Button type="submit" isBusy={resolve.isBusy} disabled={!isWhole}>
            {t(hasChoice ? 'sync.saveChoice' : 'sync.seen')}
          </Button>
        </div>
      </form>
    </li>
  )
}
