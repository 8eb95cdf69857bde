import { useTranslation } from 'react-i18next'
import type { LineProblem } from '#shared/sync/sync.contract'
import { TroubleNotice } from './TroubleNotice'

/** Why the district was not reached, and that nothing depends on it. */
export function LineNotice({ problem }: { problem: LineProblem }) {
  const { t } = useTranslation()
  return <TroubleNotice says={t(`sync.line.${problem.kind === 'turned-away' ? problem.reason : problem.kind}`, { returnObjects: true })} />
}
