import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FINDING_WORDS } from '#shared/quality/finding-words'
import type { ListedPerson } from '#shared/quality/list-check'
import type { ListCheck } from '#shared/quality/list-check.contract'
import { IMPORT_WORDS } from '#shared/registry/import-words'
import type { Doubt, Evidence } from '#shared/residents/match'
import { asLanguage, useFormat } from '../text/use-format'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import styles from './QualityScreen.module.css'

/** As many of one kind as are read on a screen. */
const SHOWN = 200

/** What was found in a list, each kind with its rows and its reasons. */
export function ListFindings({ found }: { found: ListCheck }) {
  const { t, i18n } = useTranslation()
  const language = asLanguage(i18n.language)
  const { groups, meetings, niks, unread, aside } = found
  return (
    <div className={styles.columns}>
      <Card title={t('quality.listWrong')} isFilling>
        {niks.length + unread.length + aside.length === 0 && <p className={styles.soft}>{t('quality.listNothing')}</p>}
        <Section title={t('quality.listNiks', { n: niks.length })} n={niks.length}>
          {niks.slice(0, SHOWN).map(one => (
            <li key={`${one.row} ${one.finding}`} className={styles.words}>
              <PersonLine person={one} />
              <span>{FINDING_WORDS[language][one.finding]}</span>
            </li>
          ))}
        </Section>
        <Section title={t('quality.listUnread', { n: unread.length })} n={unread.length}>
          {unread.slice(0, SHOWN).map(one => (
            <li key={`${one.row} ${one.remark}`} className={styles.words}>
              <PersonLine person={one} />
              <span>{IMPORT_WORDS[language].remark[one.remark]}</span>
            </li>
          ))}
        </Section>
        <Section title={t('quality.listAside', { n: aside.length })} n={aside.length}>
          {aside.slice(0, SHOWN).map(({ row, reason }) => (
            <li key={row} className={styles.words}>
              <span className={styles.name}>{t('quality.listRow', { row })}</span>
              <span>{IMPORT_WORDS[language].setAside[reason]}</span>
            </li>
          ))}
        </Section>
      </Card>
      <Card title={t('quality.listTwice')} isFilling>
        {groups.length + meetings.length === 0 && <p className={styles.soft}>{t('quality.listNothing')}</p>}
        <Section title={t('quality.listGroups', { n: groups.length })} n={groups.length}>
          {groups.slice(0, SHOWN).map(group => (
            <li key={group.people.map(one => one.row).join(' ')} className={styles.words}>
              {group.people.map(one => (
                <PersonLine key={one.row} person={one} />
              ))}
              <Reasons evidence={group.evidence} doubts={group.doubts} />
            </li>
          ))}
        </Section>
        <Section title={t('quality.listMeetings', { n: meetings.length })} n={meetings.length}>
          {meetings.slice(0, SHOWN).map(one => (
            <li key={`${one.person.row} ${one.residentId}`} className={styles.words}>
              <PersonLine person={one.person} />
              <span>{[t('quality.listKnown', { name: one.residentName }), one.areaLine].filter(Boolean).join(', ')}</span>
              <Reasons evidence={one.evidence} doubts={one.doubts} />
            </li>
          ))}
        </Section>
      </Card>
    </div>
  )
}

function Section({ title, n, children }: { title: string; n: number; children: ReactNode }) {
  const { t } = useTranslation()
  if (n === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={styles.name}>{title}</h3>
      <ul className={styles.found}>{children}</ul>
      {n > SHOWN && <p className={styles.soft}>{t('quality.listCut', { n: SHOWN })}</p>}
    </section>
  )
}

function PersonLine({ person }: { person: ListedPerson }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { row, name, nikMasked, birthDate } = person
  return (
    <span>
      <span className={styles.name}>{`${t('quality.listRow', { row })}: ${name}`}</span>
      <span className={styles.soft}>
        {` · ${nikMasked ?? t('search.noNik')} · ${birthDate ? format.date(birthDate) : t('residents.noBirthDate')}`}
      </span>
    </span>
  )
}

function Reasons({ evidence, doubts }: { evidence: readonly Evidence[]; doubts: readonly Doubt[] }) {
  const { t } = useTranslation()
  return (
    <span className={styles.chips}>
      {evidence.map(code => (
        <Chip key={code} tone="attention">
          {t(`codes.evidence.${code}`)}
        </Chip>
      ))}
      {doubts.map(code => (
        <Chip key={code}>{t(`codes.doubt.${code}`)}</Chip>
      ))}
    </span>
  )
}
