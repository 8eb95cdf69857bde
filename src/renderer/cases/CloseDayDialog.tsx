import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { api } from '../api'
import { useSession } from '../session'
import { useFormat } from '../text/use-format'
import { FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { ScrollArea } from '../ui/ScrollArea'
import { useAct } from '../use-call'
import styles from './BoardScreen.module.css'
import { keepsDayOpen, lacksEnding } from './unended'

/** Closes the day of this desk, or shows what is left to do before it can be closed; every desk closes its own. */
export function CloseDayDialog({ visits, onClose }: { visits: readonly BoardVisit[]; onClose: () => void }) {
  const { t } = useTranslation()
  const { today, office } = useSession()
  const format = useFormat()
  const notify = useNotify()
  const closing = useAct(api.cases.closeDay)
  const own = visits.filter(visit => visit.deskCode === office.deskCode)
  const left = own.filter(keepsDayOpen)
  const close = async () => {
    const result = await closing.act({})
    if (!result.ok) {
      notify.problem(result.problem)
      return
    }
    const { visits: count, cases, letters } = result.value
    notify.done(t('board.dayClosed', { visits: count, cases, letters }))
    onClose()
  }
  const reasonOf = (visit: BoardVisit) => {
    const lack = lacksEnding(visit)
    if (lack === 'cases-without-ending') return t('board.withoutEnding', { count: visit.casesWithoutEnding })
    if (lack === 'no-case') return t('board.noCase')
    return lack === 'not-finished' ? t('board.notFinished') : t(`codes.visitStatus.${visit.status}`)
  }
  return (
    <FormDialog
      title={t('board.closeTitle', { date: format.date(today) })}
      deed={t('board.closeDay')}
      isAllowed={left.length === 0}
      isBusy={closing.isBusy}
      onSubmit={() => left.length === 0 && void close()}
      onClose={onClose}
    >
      {left.length > 0 ? (
        <>
          <Notice tone="attention">{t('board.closeLeft', { count: left.length })}</Notice>
          <ScrollArea className={styles.openArea} label={t('board.noEnding')}>
            <ul className={styles.open}>
              {left.map(visit => (
                <li key={visit.id}>
                  <strong className={styles.ticket}>{visit.ticket}</strong>
                  <span className={styles.what}>{visit.names[0] ?? visit.purpose ?? t('board.unnamed')}</span>
                  <span className={styles.small}>
                    {[visit.day !== today && t('board.ofDay', { date: format.date(visit.day) }), reasonOf(visit)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </ScrollArea>
        </>
      ) : (
        <>
          <p>
            {t('board.closeReady', {
              done: own.filter(visit => visit.status === 'done').length,
              absent: own.filter(visit => visit.status === 'no-show').length
            })}
          </p>
          <p>{t('board.closeLead')}</p>
        </>
      )}
    </FormDialog>
  )
}
