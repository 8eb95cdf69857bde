import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasControlCharacters } from '#shared/text'
import { CHANNELS, type LANES, type Visit, VULNERABLE_GROUPS } from '#shared/visits/visit'
import { api } from '../api'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { SelectField } from '../ui/SelectField'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'

type Lane = (typeof LANES)[number]

/** Gives a ticket: lane, group and what the person said at the door; all but the lane may stay empty. `reopens`: the day was closed before this person came. */
export function TicketDialog({ reopens, onClose }: { reopens: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const [lane, setLane] = useTyped<Lane>('ticket lane', 'general')
  const [group, setGroup] = useTyped<Visit['vulnerableGroup']>('ticket group', null)
  const [channel, setChannel] = useTyped<Visit['channel']>('ticket channel', 'walk-in')
  const [purpose, setPurpose] = useTyped('ticket purpose', '')
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<{ kind: 'day-closed' } | null>(null)
  const checkIn = useAct(api.visits.checkIn)
  const lacksGroup = lane === 'vulnerable' && group === null
  const hasUnseen = hasControlCharacters(purpose)

  const give = async () => {
    setAsked(true)
    if (lacksGroup || hasUnseen || checkIn.isBusy) return
    const result = await checkIn.act({
      lane,
      channel,
      purpose: purpose.trim() || null,
      vulnerableGroup: lane === 'vulnerable' ? group : null,
      reopens
    })
    if (result.ok) {
      notify.done(t('board.given', { ticket: result.value.ticket }))
      onClose()
    } else if (result.problem.kind === 'day-closed') setProblem(result.problem)
  }

  return (
    <FormDialog title={t('board.ticketTitle')} width={640} onClose={onClose} onSubmit={give} deed={t('board.give')} isBusy={checkIn.isBusy}>
      {reopens && <Notice tone="attention">{t('board.ticketReopens')}</Notice>}
      {problem && !reopens && <ProblemNotice problem={problem} />}
      <Choice
        legend={t('board.lane')}
        value={lane}
        onChange={setLane}
        options={[
          { value: 'general', label: t('board.laneGeneral') },
          { value: 'vulnerable', label: t('board.laneVulnerable'), more: t('board.laneVulnerableMore') }
        ]}
      />
      {lane === 'vulnerable' && (
        <Choice
          legend={t('board.group')}
          value={group}
          onChange={setGroup}
          options={VULNERABLE_GROUPS.map(code => ({ value: code, label: t(`codes.vulnerableGroup.${code}`) }))}
          error={isAsked && lacksGroup ? t('board.chooseGroup') : null}
        />
      )}
      <TextField
        label={t('board.purpose')}
        hint={t('board.purposeHint')}
        value={purpose}
        maxLength={200}
        isOptional
        onChange={event => setPurpose(event.target.value)}
        error={hasUnseen ? t('ui.unseen') : null}
        data-autofocus
      />
      <SelectField
        label={t('board.channel')}
        value={channel}
        onChange={code => setChannel(code ?? 'walk-in')}
        options={CHANNELS.map(code => ({ value: code, label: t(`codes.channel.${code}`) }))}
      />
    </FormDialog>
  )
}
