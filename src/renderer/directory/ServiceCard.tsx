import { useTranslation } from 'react-i18next'
import type { RequiredDocument, ServiceWithDocuments } from '#shared/directory/directory'
import { useFormat } from '../text/use-format'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import styles from './DirectoryScreen.module.css'
import { inWords, paperNote, termName } from './term-name'

/** One service of the catalogue, readable aloud to the person at the counter. */
export function ServiceCard({ service }: { service: ServiceWithDocuments }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const said = (indonesian: string, english: string | null) => inWords(indonesian, english, i18n.language)
  const facts = [
    [t('directory.timeLimit'), t(`directory.timeLimitIs.${service.timeLimitUnit}`, { count: service.timeLimit })],
    ['', t('directory.timeSource', { source: said(service.timeLimitSource, service.timeLimitSourceEn) })],
    [t('directory.fees'), said(service.feesDescription, service.feesDescriptionEn)],
    [t('directory.eligibility'), said(service.eligibilityDescription, service.eligibilityDescriptionEn)],
    [t('directory.process'), said(service.applicationProcess, service.applicationProcessEn)],
    [
      t('directory.schedules'),
      service.schedules.map(one => `${termName(one, i18n.language)}: ${said(one.description, one.descriptionEn)}`).join('; ')
    ]
  ] as const
  return (
    <Card isFilling>
      <div className={styles.service}>
        <div>
          <h2 className={styles.serviceName}>{termName(service, i18n.language)}</h2>
          <p>{said(service.description, service.descriptionEn)}</p>
        </div>
        <section>
          <h3 className={styles.section}>{t('directory.documents')}</h3>
          <ul className={styles.documents}>
            {service.documents.map(document => (
              <DocumentLine key={document.position} document={document} />
            ))}
          </ul>
        </section>
        <dl className={styles.facts}>
          {facts.map(
            ([label, value]) => value !== '' && [<dt key={`${label}-label`}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>]
          )}
        </dl>
        <p className={styles.small}>{t('directory.assured', { date: format.date(service.assuredDate) })}</p>
      </div>
    </Card>
  )
}

function DocumentLine({ document }: { document: RequiredDocument }) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const how = [
    t(`directory.form.${document.form}`),
    document.count > 1 && t('directory.count', { count: document.count }),
    document.validDays !== null && t('directory.validDays', { days: format.days(document.validDays) }),
    paperNote(document, i18n.language === 'en')
  ]
  return (
    <li>
      <span className={styles.document}>
        <span className={styles.name}>{termName(document, i18n.language)}</span>
        <span className={styles.small}>{how.filter(Boolean).join(' · ')}</span>
      </span>
      <Chip tone={document.isMandatory ? 'brand' : 'neutral'}>
        {t(document.isMandatory ? 'directory.mandatory' : 'directory.optional')}
      </Chip>
    </li>
  )
}
