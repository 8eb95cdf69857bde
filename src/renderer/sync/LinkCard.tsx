import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { Progress } from '../ui/Progress'
import { ClockNotice } from './ClockNotice'
import { fileFacts } from './file-facts'
import { JoinAgainDialog } from './JoinAgainDialog'
import { LineNotice } from './LineNotice'
import { MoveServerDialog } from './MoveServerDialog'
import { NumberingNotice } from './NumberingNotice'
import styles from './SyncScreen.module.css'
import { useNow } from './use-now'

type LinkCardProps = { status: SyncStatus; link: Extract<SyncStatus['link'], { kind: 'joined' }> }

function Talking({ unsent }: { unsent: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = unsent > 0 ? t('sync.sendingLeft', { n: format.number(unsent) }) : t('sync.sending')
  return (
    <div className={styles.talking} role="status">
      <p>{words}</p>
      <Progress label={words} />
    </div>
  )
}

/** What a manager or administrator may do about the link itself. */
function LinkDeeds({ server, isForgotten }: { server: string; isForgotten: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'join' | 'move' | null>(null)
  return (
    <div className={styles.deeds}>
      {isForgotten && <Button onClick={() => setOpen('join')}>{t('sync.joinAgain')}</Button>}
      <Button onClick={() => setOpen('move')}>{t('sync.move')}</Button>
      {open === 'join' && <JoinAgainDialog server={server} onClose={() => setOpen(null)} />}
      {open === 'move' && <MoveServerDialog server={server} onClose={() => setOpen(null)} />}
    </div>
  )
}

/** The server was put back to before this desk was let in. */
const isForgottenBy = ({ problem }: SyncStatus): boolean =>
  problem?.kind === 'turned-away' && (problem.reason === 'unknown-device' || problem.reason === 'unconfirmed')

/** To which district this desk belongs, and how the line to it is. */
export function LinkCard({ status, link }: LinkCardProps) {
  const { t } = useTranslation()
  const may = useMay()
  const format = useFormat()
  const now = useNow(60_000)
  const { unsent, oldestUnsentAt, attachments } = status
  const waiting =
    unsent === 0
      ? t('sync.unsentNone')
      : t('sync.unsentSince', { count: unsent, age: format.span(oldestUnsentAt === null ? 0 : now - oldestUnsentAt) })
  return (
    <Card title={t('sync.link')} aside={may(api.sync.moveServer) && <LinkDeeds server={link.server} isForgotten={isForgottenBy(status)} />}>
      <NumberingNotice numbering={status.numbering} />
      <ClockNotice ahead={status.clockAhead} />
      {status.isTalking ? <Talking unsent={unsent} /> : status.problem && <LineNotice problem={status.problem} />}
      <Facts
        facts={[
          [t('sync.district'), `${link.districtName} (${link.district})`],
          [t('sync.server'), link.server],
          [t('sync.deskCode'), link.deskCode],
          [t('sync.lastContact'), status.lastContactAt === null ? t('sync.never') : format.moment(status.lastContactAt)],
          [t('sync.cursor'), t('sync.cursorNo', { n: format.number(status.cursor) })],
          [t('sync.unsentFact'), waiting],
          ...(attachments > 0 ? [[t('sync.attachments'), format.number(attachments)] as const] : []),
          ...fileFacts(status.files, t, format)
        ]}
      />
    </Card>
  )
}
