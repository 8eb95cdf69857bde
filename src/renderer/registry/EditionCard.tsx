import { useTranslation } from 'react-i18next'
import type { ExtractCard } from '#shared/registry/extracts.contract'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Facts } from '../ui/Facts'
import { Notice } from '../ui/Notice'
import styles from './ExtractsScreen.module.css'

type EditionCardProps = { edition: ExtractCard; isInUse: boolean; onDiscard: ((edition: ExtractCard) => void) | undefined }

/** One copy of a register: source and period, how old in plain words, what is in it, where it came from and whether it is genuine. */
export function EditionCard({ edition, isInUse, onDiscard }: EditionCardProps) {
  const { t } = useTranslation()
  const { source, period, facts } = edition
  return (
    <Card
      title={`${t(`registry.source.${source}`)} ${period}`}
      aside={
        facts ? (
          <Chip tone={isInUse ? 'good' : 'neutral'}>{t(isInUse ? 'extracts.inUse' : 'extracts.beside')}</Chip>
        ) : (
          <Chip tone="bad">{t('extracts.unreadable')}</Chip>
        )
      }
    >
      <div className={styles.edition}>
        {facts ? (
          <EditionFacts edition={edition} facts={facts} />
        ) : (
          <Notice tone="attention" title={t('extracts.unreadable')}>
            <p>{t('extracts.unreadableTeach')}</p>
          </Notice>
        )}
        {onDiscard && (
          <Button tone="plain" onClick={() => onDiscard(edition)}>
            {t('extracts.discard')}
          </Button>
        )}
      </div>
    </Card>
  )
}

function EditionFacts({ edition, facts }: { edition: ExtractCard; facts: NonNullable<ExtractCard['facts']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { takenOn, importedAt, people, villages, scope, isPart, origin, isOutdated, daysOld } = facts
  const age = daysOld === 0 ? t('extracts.age.running') : t('extracts.age.days', { days: format.days(daysOld ?? 0) })
  return (
    <div className={styles.facts}>
      <Facts
        facts={[
          [t('extracts.fact.age'), isOutdated ? <strong key="old">{`${age}. ${t('extracts.age.old')}`}</strong> : age],
          [t('extracts.fact.people'), t('extracts.people', { count: people })],
          [
            t('extracts.fact.where'),
            [t(isPart ? 'extracts.villagesOnly' : 'extracts.villages', { count: villages }), scope].filter(Boolean).join(': ')
          ]
        ]}
      />
      <Facts
        facts={[
          [t('extracts.fact.origin'), t('extracts.importedAt', { how: t(`extracts.origin.${origin}`), when: format.moment(importedAt) })],
          [t('extracts.fact.taken'), takenOn ? t('extracts.takenOn', { on: format.date(takenOn) }) : t('extracts.takenUnknown')],
          [t('extracts.fact.signature'), `${t('extracts.signed')}. ${t('extracts.size', { size: format.size(edition.bytes) })}`]
        ]}
      />
    </div>
  )
}
