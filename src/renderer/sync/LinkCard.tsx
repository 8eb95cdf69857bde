import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SyncStatus } from '#shared/sync/sync.contract'
import { api } from '../api'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Facts } from '../ui/Facts'
import { ClockNotice } from './ClockNotice'
import { fileFacts } from './file-facts'
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
      <progress className={styles.progress} aria-label={words} />
    </div>
  )
}

function MoveServer({ server }: { server: string }) {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('sync.move')}</Button>
      {isOpen && <MoveServerDialog server={server} onClose={() => setIsOpen(false)} />}
    </>
  )
}

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
    <Card title={t('sync.link')} aside={may(api.sync.moveServer) && <MoveServer server={link.server} />}>
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
