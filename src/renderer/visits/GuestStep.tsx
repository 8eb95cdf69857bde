import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { VisitCard } from '#shared/visits/visits.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { EmptyState } from '../ui/EmptyState'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './GuestStep.module.css'
import { PrivacyNotice } from './PrivacyNotice'
import { type Person, peopleOf } from './people'

type GuestStepProps = { card: VisitCard; isOpen: boolean; onAdd: () => void; onLook: (residentId: string) => void; onNext: () => void }

/** Who has come and for whom: the parts are never merged. */
export function GuestStep({ card, isOpen, onAdd, onLook, onNext }: GuestStepProps) {
  const { t } = useTranslation()
  const people = peopleOf(card.participants)
  const isReady = people.length > 0
  return (
    <div className={styles.step}>
      <PrivacyNotice visit={card.visit} isOpen={isOpen} />
      <Card
        title={t('visits.people')}
        isFilling
        aside={
          isOpen && (
            <span className={styles.buttons}>
              <Button tone={isReady || card.visit.privacyNoticedAt === null ? 'quiet' : 'primary'} shortcut={KEYS.add} onClick={onAdd}>
                {t(isReady ? 'visits.addPerson' : 'visits.findPerson')}
              </Button>
              {isReady && (
                <Button tone={card.visit.privacyNoticedAt === null ? 'quiet' : 'primary'} shortcut={KEYS.next} onClick={onNext}>
                  {t('visits.toCase')}
                </Button>
              )}
            </span>
          )
        }
      >
        {isReady ? (
          <ul className={styles.people}>
            {people.map(person => (
              <PersonLine key={person.residentId} person={person} isOpen={isOpen} onLook={() => onLook(person.residentId)} />
            ))}
          </ul>
        ) : (
          <EmptyState icon={<IconUsers />} title={t('visits.nobody')}>
            {t('visits.nobodyTeach')}
          </EmptyState>
        )}
      </Card>
    </div>
  )
}

function PersonLine({ person, isOpen, onLook }: { person: Person; isOpen: boolean; onLook: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const remove = useAct(api.visits.removeParticipant)
  const takeOff = async (participantId: string) => {
    const answer = await remove.act({ participantId })
    if (!answer.ok) notify.problem(answer.problem)
  }
  return (
    <li className={styles.person}>
      <Button tone="plain" onClick={onLook}>
        {person.name}
      </Button>
      <span className={styles.nik}>{person.nikMasked ?? t('search.noNik')}</span>
      <span className={styles.parts}>
        {person.parts.map(part => (
          <span key={part.id} className={styles.part}>
            <Chip tone={part.role === 'concerned' ? 'brand' : 'neutral'}>
              {t(`codes.participantRole.${part.role}`)}
              {part.relation && ` (${part.relation})`}
            </Chip>
            {isOpen && (
              <button
                type="button"
                className={styles.remove}
                aria-label={t('visits.removePart', { name: person.name, role: t(`codes.participantRole.${part.role}`) })}
                onClick={() => void takeOff(part.id)}
              >
                {t('ui.remove')}
              </button>
            )}
          </span>
        ))}
      </span>
    </li>
  )
}
