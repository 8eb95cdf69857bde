import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyName, isOnPaper } from '#shared/letters/issued-letter'
import type { LetterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { FormDialog } from '../ui/Dialog'
import { Checkbox, TextField } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useDeed } from '../use-deed'
import styles from './LetterScreen.module.css'

/** Who received the paper, and the copies that were taken. */
export function HandOverPanel({ card }: { card: LetterCard }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const { letter, attempts, handOvers, copies } = card
  return (
    <Card
      title={t('letters.handOver')}
      aside={
        letter.status === 'issued' && (
          <Button tone={handOvers.length === 0 ? 'quiet' : 'plain'} onClick={() => setOpen(true)}>
            {t('letters.recordHandOver')}
          </Button>
        )
      }
    >
      {handOvers.length === 0 && <p className={styles.more}>{t('letters.notHandedOver')}</p>}
      <ul className={styles.lines}>
        {handOvers.map(one => (
          <li key={one.id}>
            <strong>{one.receivedBy}</strong>
            {one.isRepresentative && ` (${t('letters.representative')})`}, <span className={styles.more}>{format.moment(one.at)}</span>
          </li>
        ))}
        {copies.map(copy => (
          <li key={copy.id}>
            <strong>{t('letters.copyNo', { n: copyName(copy) })}</strong>
            {!isOnPaper(attempts, copy) && ` (${t('letters.copyNotOut')})`}: {copy.takenBy}, {copy.reason},{' '}
            <span className={styles.more}>{format.moment(copy.takenAt)}</span>
          </li>
        ))}
      </ul>
      {isOpen && <HandOverDialog card={card} onClose={() => setOpen(false)} />}
    </Card>
  )
}

function HandOverDialog({ card, onClose }: { card: LetterCard; onClose: () => void }) {
  const { t } = useTranslation()
  const handOver = useDeed(api.letters.handOver, { says: value => t('letters.handedOver', { name: value.receivedBy }), onDone: onClose })
  const [receivedBy, setReceivedBy] = useState(card.letter.facts.resident.name)
  const [isRepresentative, setRepresentative] = useState(false)
  const save = async () => {
    if (receivedBy.trim() === '') return
    await handOver.act({ letterId: card.letter.id, receivedBy, isRepresentative })
  }
  return (
    <FormDialog
      title={t('letters.handOverTitle')}
      deed={t('letters.recordHandOver')}
      isBusy={handOver.isBusy}
      problem={handOver.problem}
      isAllowed={receivedBy.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {!isOnPaper(card.attempts, null) && (
        <Notice tone="attention" title={t('letters.handOverUnprinted')}>
          {t('letters.handOverUnprintedTeach')}
        </Notice>
      )}
      <TextField
        label={t('letters.receivedBy')}
        maxLength={100}
        autoFocus
        value={receivedBy}
        onChange={event => setReceivedBy(event.currentTarget.value)}
      />
      <Checkbox
        label={t('letters.isRepresentative')}
        checked={isRepresentative}
        onChange={event => setRepresentative(event.currentTarget.checked)}
      />
    </FormDialog>
  )
}
