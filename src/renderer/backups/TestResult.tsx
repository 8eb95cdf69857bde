import { useTranslation } from 'react-i18next'
import type { RestoreTest } from '#shared/backups/backups.contract'
import { useFormat } from '../text/use-format'
import { Notice } from '../ui/Notice'
import { Progress } from '../ui/Progress'

/** What the last trial restore has shown. */
export function TestResult({ test }: { test: RestoreTest }) {
  const { t } = useTranslation()
  const format = useFormat()
  const facts = { when: format.moment(test.at), count: test.changes, replayed: format.number(test.replayed) }
  return test.isGood ? (
    <Notice tone="good" title={t('backups.testGood', facts)}>
      <p>{t('backups.testGoodMore', facts)}</p>
    </Notice>
  ) : (
    <Notice tone="bad" title={t('backups.testBad', facts)}>
      <p>{t('backups.testBadMore')}</p>
    </Notice>
  )
}

/** That a trial restore is running; it takes seconds, and the counter goes on. */
export function TestRunning() {
  const { t } = useTranslation()
  return (
    <Notice title={t('backups.testing')}>
      <Progress label={t('backups.testing')} />
    </Notice>
  )
}
