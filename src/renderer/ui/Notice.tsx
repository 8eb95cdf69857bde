import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskProblem } from '../text/problem'
import { problemText } from '../text/problem-text'
import { cx } from './cx'
import styles from './Notice.module.css'

type NoticeProps = { tone?: 'info' | 'good' | 'attention' | 'bad'; title?: ReactNode; children?: ReactNode; actions?: ReactNode }

/** A message that stays where it belongs until it is no longer true. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  const Icon = tone === 'good' ? IconCircleCheck : tone === 'info' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={cx(styles.notice, tone !== 'info' && styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}

type ProblemNoticeProps = { problem: DeskProblem; tone?: NoticeProps['tone']; actions?: ReactNode; children?: ReactNode }

/** Why a call refused: what happened, what is safe, what to do. */
export function ProblemNotice({ problem, tone = 'bad', actions, children }: ProblemNoticeProps) {
  const { i18n } = useTranslation()
  const { happened, safe, todo } = problemText(problem, i18n.language)
  return (
    <Notice tone={tone} title={happened} actions={actions}>
      <p>
        {safe} {todo}
      </p>
      {children}
    </Notice>
  )
}
