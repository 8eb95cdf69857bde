import { useTranslation } from 'react-i18next'
import type { BoardVisit } from '#shared/cases/cases.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperButton } from '../paper/PaperButton'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Chip } from '../ui/Chip'
import { Dialog } from '../ui/Dialog'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'

type VisitDialogProps = { visit: BoardVisit; onServe: () => void; onCall: () => void; onAbsent: () => void; onClose: () => void }

/** What can be done with a ticket that is not being served. */
export function VisitDialog({ visit, onServe, onCall, onAbsent, onClose }: VisitDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const notify = useNotify()
  const back = useAct(api.visits.sendBack)
  const cameBack = async () => {
    const result = await back.act({ visitId: visit.id })
    if (!result.ok) notify.problem(result.problem)
    onClose()
  }
  const then = (run: () => void) => () => {
    run()
    onClose()
  }
  const isAbsent = visit.status === 'no-show'
  return (
    <Dialog
      title={t('board.actions', { ticket: visit.ticket })}
      width={680}
      onClose={onClose}
      actions={
        isAbsent ? (
          <Button tone="primary" shortcut={KEYS.primary} isBusy={back.isBusy} onClick={() => void cameBack()}>
            {t('board.cameBack')}
          </Button>
        ) : (
          <>
            <PaperButton paper={{ kind: 'ticket', visitId: visit.id }} shortcut={KEYS.print}>
              {t('board.printTicket')}
            </PaperButton>
            <Button onClick={then(onAbsent)}>{t('board.absent')}</Button>
            <Button onClick={then(onCall)}>{t('board.call')}</Button>
            <Button tone="primary" shortcut={KEYS.primary} data-autofocus onClick={then(onServe)}>
              {t('board.serve')}
            </Button>
          </>
        )
      }
    >
      <div>
        <Chip tone="brand">{t(`codes.visitStatus.${visit.status}`)}</Chip>{' '}
        {visit.vulnerableGroup && <Chip>{t(`codes.vulnerableGroup.${visit.vulnerableGroup}`)}</Chip>}
      </div>
      <p>{visit.names.length > 0 ? visit.names.join(', ') : t('board.unnamed')}</p>
      {visit.purpose && <p>{visit.purpose}</p>}
      <p>{t('board.since', { time: format.time(visit.arrivedAt) })}</p>
    </Dialog>
  )
}
