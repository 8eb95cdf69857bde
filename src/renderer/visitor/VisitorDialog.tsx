import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressLine } from '#shared/residents/address-line'
import { formatPhone } from '#shared/residents/phone'
import type { ResidentCard } from '#shared/residents/residents.contract'
import type { VisitorAnswer, VisitorPage } from '#shared/screens/visitor-page'
import { api, onAnnouncement } from '../api'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { Notice, ProblemNotice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import { useAct, useCall } from '../use-call'
import styles from './VisitorDialog.module.css'

const PARTS = ['name', 'nik', 'birth', 'address', 'phone'] as const
type Part = (typeof PARTS)[number]
type Showing = VisitorPage['kind']

type Person = { residentId: string; name: string }
type VisitorDialogProps = { ticket: string; people: readonly Person[]; onClose: () => void }

/** What the officer puts on the visitor's screen, and what the visitor answered. */
export function VisitorDialog({ ticket, people, onClose }: VisitorDialogProps) {
  const { t } = useTranslation()
  const state = useCall(api.screens.state, {})
  const counts = useCall(api.screens.satisfaction, {})
  const show = useAct(api.screens.showVisitor)
  const [chosen, setChosen] = useState<string | null>(null)
  const residentId = chosen ?? people[0]?.residentId
  const isThere = state.value?.hasVisitor === true
  /** What was sent from here and not answered yet; the desk knows what stood there before. */
  const [sent, setSent] = useState<Showing | null>(null)
  const [answer, setAnswer] = useState<VisitorAnswer | null>(null)
  const showing = sent ?? state.value?.showing ?? 'idle'
  const [{ again: countAgain }, { again: lookAgain }] = [counts, state]
  useEffect(
    () =>
      onAnnouncement(said => {
        if (said.kind !== 'visitor-answered') return
        setAnswer(said.answer)
        setSent(null)
        void countAgain()
        void lookAgain()
      }),
    [countAgain, lookAgain]
  )

  const send = async (page: Exclude<VisitorPage, { kind: 'thanks' }>) => {
    setAnswer(null)
    setSent(page.kind)
    const shown = await show.act(page)
    if (shown.ok) return
    setSent(null)
    await lookAgain()
  }
  const { 1: not, 2: less, 3: good, 4: very } = counts.value ?? { 1: 0, 2: 0, 3: 0, 4: 0 }
  const close = () => {
    // nothing of a person stays on a screen that nobody looks after
    if (showing === 'mirror') void show.act({ kind: 'idle' })
    onClose()
  }

  return (
    <Dialog
      title={t('visitor.title')}
      width={640}
      onClose={close}
      actions={
        <>
          <Button tone="plain" disabled={!isThere} onClick={() => void send({ kind: 'idle' })}>
            {t('visitor.clear')}
          </Button>
          <Button disabled={!isThere} onClick={() => void send({ kind: 'ticket', ticket })}>
            {t('visitor.sendTicket')}
          </Button>
          <Button disabled={!isThere} onClick={() => void send({ kind: 'rating', id: crypto.randomUUID() })}>
            {t('visitor.sendRating')}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t('visitor.lead')}</p>
      {state.problem && <ProblemNotice problem={state.problem} />}
      {state.value && !isThere && <Notice tone="attention" title={t('visitor.noScreen')} />}
      {people.length > 1 && (
        <SelectField
          label={t('visitor.whose')}
          options={people.map(person => ({ value: person.residentId, label: person.name }))}
          value={residentId ?? null}
          onChange={setChosen}
        />
      )}
      {residentId ? (
        <MirrorForm
          key={residentId}
          residentId={residentId}
          isThere={isThere}
          onSend={lines => void send({ kind: 'mirror', id: crypto.randomUUID(), lines })}
        />
      ) : (
        <p className={styles.lead}>{t('visitor.nobody')}</p>
      )}
      <div role="status" className={styles.said}>
        {answer ? <Said answer={answer} /> : t(`visitor.showing.${showing}`)}
      </div>
      {counts.value && <p className={styles.lead}>{t('visitor.counts', { very, good, less, not })}</p>}
    </Dialog>
  )
}

function Said({ answer }: { answer: VisitorAnswer }) {
  const { t } = useTranslation()
  if (answer.kind === 'rating') return <Notice tone="good" title={t('visitor.saidScore')} />
  return <Notice tone={answer.isRight ? 'good' : 'attention'} title={t(answer.isRight ? 'visitor.saidRight' : 'visitor.saidWrong')} />
}

type Lines = Extract<VisitorPage, { kind: 'mirror' }>['lines']

type MirrorFormProps = { residentId: string; isThere: boolean; onSend: (lines: Lines) => void }

function MirrorForm({ residentId, isThere, onSend }: MirrorFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const card = useCall(api.residents.get, { residentId })
  const [picked, setPicked] = useState<readonly Part[]>(['name', 'birth', 'address'])
  const wordsOf = ({ resident, areaLine }: ResidentCard): Record<Part, string | null> => {
    const { name, nik, birthPlace, birthDate, address, phone } = resident
    return {
      name,
      nik: nik?.replace(/(\d{4})(?=\d)/g, '$1 ') ?? null,
      birth: [birthPlace, birthDate && format.date(birthDate)].filter(Boolean).join(', ') || null,
      // the village too: it is what an officer mishears, and what the registry is asked by
      address: addressLine(address, areaLine) || null,
      phone: phone && formatPhone(phone)
    }
  }
  if (card.problem) return <ProblemNotice problem={card.problem} />
  if (!card.value) return null
  const words = wordsOf(card.value)
  const known = PARTS.filter(part => words[part] !== null)
  const lines = known.filter(part => picked.includes(part)).map(part => ({ label: t(`visitor.${part}`), value: words[part] ?? '' }))
  return (
    <fieldset className={styles.parts}>
      <legend>{t('visitor.pick')}</legend>
      {known.map(part => (
        <label key={part}>
          <input
            type="checkbox"
            checked={picked.includes(part)}
            onChange={event => setPicked(event.target.checked ? [...picked, part] : picked.filter(one => one !== part))}
          />
          {t(`visitor.${part}`)}
        </label>
      ))}
      <Button tone="primary" disabled={!isThere || lines.length === 0} onClick={() => onSend(lines)}>
        {t('visitor.sendMirror')}
      </Button>
    </fieldset>
  )
}
