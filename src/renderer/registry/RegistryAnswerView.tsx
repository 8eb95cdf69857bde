import { useTranslation } from 'react-i18next'
import { daysOld as daysOldOn } from '#shared/registry/period'
import type { RegistryCheck } from '#shared/registry/registry'
import type { RegistryAnswer } from '#shared/registry/registry.contract'
import { useSession } from '../session'
import { Chip } from '../ui/Chip'
import { Notice } from '../ui/Notice'
import { CheckOrigin } from './CheckOrigin'
import { ProgramLines } from './ProgramLines'
import styles from './RegistryPanel.module.css'

function Signs({ check }: { check: RegistryCheck }) {
  const { t } = useTranslation()
  const programme = (code: RegistryCheck['programmes'][number]) => t(`registry.programme.${code}`)
  return (
    <div className={styles.chips}>
      <Chip tone={check.isListed ? 'good' : 'attention'}>{t(check.isListed ? 'registry.listed' : 'registry.notListed')}</Chip>
      {check.isListed && (
        <Chip tone="brand">{check.decile === null ? t('registry.decileUnknown') : t('registry.decileIs', { n: check.decile })}</Chip>
      )}
      {check.programmes.map(code => (
        <Chip key={code} tone="good">
          {t('registry.active', { programme: programme(code) })}
        </Chip>
      ))}
      {check.inactive?.map(code => (
        <Chip key={code} tone="attention">
          {t('registry.inactive', { programme: programme(code) })}
        </Chip>
      ))}
      {check.exclusions?.map(code => (
        <Chip key={code} tone="bad">
          {t(`registry.exclusion.${code}`)}
        </Chip>
      ))}
      {check.lifeStatus && check.lifeStatus !== 'active' && <Chip tone="bad">{t(`registry.lifeStatus.${check.lifeStatus}`)}</Chip>}
    </div>
  )
}

/** The newest answer in full with its rules, and in one line each what other sources and periods said. */
export function RegistryAnswerView({ answer }: { answer: RegistryAnswer }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { newest, programs, isOutdated, daysOld } = answer
  const others = answer.checks.filter(check => check.id !== newest.id)
  return (
    <div className={styles.answer}>
      <Signs check={newest} />
      <p className={styles.more}>
        <CheckOrigin check={newest} daysOld={daysOld} />
      </p>
      {isOutdated && <Chip tone="attention">{t('registry.outdated')}</Chip>}
      {newest.note && <p className={styles.note}>{newest.note}</p>}
      {programs.length > 0 && <ProgramLines programs={programs} decile={newest.decile} />}
      <p className={styles.more}>{t(newest.isListed ? 'registry.means' : 'registry.limits')}</p>
      {others.length > 0 && (
        <section aria-label={t('registry.sources')}>
          <h3 className={styles.head}>{t('registry.sources')}</h3>
          {!answer.isOneVoice && (
            <Notice tone="attention" title={t('registry.sourcesDiffer')}>
              <p>{t('registry.sourcesDifferTeach')}</p>
            </Notice>
          )}
          <ul className={styles.checks}>
            {others.map(check => (
              <li key={check.id} className={styles.check}>
                <Signs check={check} />
                <span className={styles.more}>
                  <CheckOrigin check={check} daysOld={daysOldOn(check.period, today)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
