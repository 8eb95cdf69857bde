import { IconFileSpreadsheet, IconFolder, IconFolderUp, IconPhoto } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt, FileKind, FilePlaceCard, OwnFile } from '#shared/files/files.contract'
import { api } from '../api'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { List } from '../ui/List'
import { ProblemNotice } from '../ui/Notice'
import { ScrollArea } from '../ui/ScrollArea'
import { useCall } from '../use-call'
import styles from './FileDialog.module.css'

/** A stick that was plugged in, or a file that was saved, appears this soon. */
const LOOK_EVERY_MS = 2000

type Entry = { kind: 'up' } | { kind: 'folder'; name: string } | { kind: 'file'; file: OwnFile }
type FileDialogProps = { title: string; show?: FileKind; onChoose: (file: FileAt) => void; onClose: () => void }

/** Where a list or a picture is taken from: own folders and sticks, by keys alone. A kiosk has no window of the system to look around in. */
export function FileDialog({ title, show = 'lists', onChoose, onClose }: FileDialogProps) {
  const { t } = useTranslation()
  const places = useCall(api.files.places, {}, { everyMs: LOOK_EVERY_MS })
  const [chosen, setChosen] = useState<FileAt | null>(null)
  const all = places.value ?? []
  // what was plugged in last is likely where the file is; else the downloads
  const first = all.find(({ kind }) => kind === 'drive') ?? all.find(({ kind }) => kind === 'downloads') ?? all[0]
  const isThere = chosen && all.some(({ place }) => place === chosen.place)
  const at = isThere ? chosen : first ? { place: first.place, path: [] } : null
  const labelOf = ({ kind, name }: FilePlaceCard): string => t(`extracts.place.${kind}`, { name })
  return (
    <Dialog title={title} width={860} onClose={onClose} actions={<Button onClick={onClose}>{t('ui.cancel')}</Button>}>
      <p>{t(`extracts.chooseTeach.${show}`)}</p>
      {places.problem && <ProblemNotice problem={places.problem} />}
      {at && (
        <Choice
          legend={t('extracts.places')}
          value={at.place}
          onChange={place => setChosen({ place, path: [] })}
          options={all.map(card => ({ value: card.place, label: labelOf(card) }))}
        />
      )}
      {at && <FolderList key={`${at.place} ${at.path.join('/')}`} at={at} show={show} onGo={setChosen} onChoose={onChoose} />}
    </Dialog>
  )
}

function FolderList({
  at,
  show,
  onGo,
  onChoose
}: {
  at: FileAt
  show: FileKind
  onGo: (at: FileAt) => void
  onChoose: (file: FileAt) => void
}) {
  const { t } = useTranslation()
  const folder = useCall(api.files.folder, { at, show }, { everyMs: LOOK_EVERY_MS })
  const { folders = [], files = [], isCut = false } = folder.value ?? {}
  const entries: Entry[] = [
    ...(at.path.length > 0 ? [{ kind: 'up' } as const] : []),
    ...files.map(file => ({ kind: 'file', file }) as const),
    ...folders.map(name => ({ kind: 'folder', name }) as const)
  ]
  const open = (entry: Entry) => {
    if (entry.kind === 'up') onGo({ place: at.place, path: at.path.slice(0, -1) })
    else if (entry.kind === 'folder') onGo({ place: at.place, path: [...at.path, entry.name] })
    else onChoose({ place: at.place, path: [...at.path, entry.file.name] })
  }
  return (
    <>
      {at.path.length > 0 && <p className={styles.way}>{at.path.join(' › ')}</p>}
      {folder.problem && <ProblemNotice problem={folder.problem} />}
      <ScrollArea className={styles.list} label={t('extracts.files')}>
        {folder.value && files.length === 0 && folders.length === 0 && (
          <EmptyState icon={<FileIcon show={show} />} title={t(`extracts.noFiles.${show}`)}>
            {t('extracts.noFilesTeach')}
          </EmptyState>
        )}
        <List label={t('extracts.files')} items={entries} keyOf={keyOf} hasFocus onOpen={open}>
          {entry => <EntryRow entry={entry} show={show} />}
        </List>
      </ScrollArea>
      {isCut && <p className={styles.soft}>{t('extracts.cut')}</p>}
    </>
  )
}

const keyOf = (entry: Entry): string =>
  entry.kind === 'up' ? '..' : entry.kind === 'folder' ? `folder ${entry.name}` : `file ${entry.file.name}`

function FileIcon({ show }: { show: FileKind }) {
  const Icon = show === 'lists' ? IconFileSpreadsheet : IconPhoto
  return <Icon aria-hidden="true" />
}

function EntryRow({ entry, show }: { entry: Entry; show: FileKind }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (entry.kind === 'up')
    return (
      <span className={styles.row}>
        <IconFolderUp aria-hidden="true" /> {t('extracts.up')}
      </span>
    )
  if (entry.kind === 'folder')
    return (
      <span className={styles.row}>
        <IconFolder aria-hidden="true" /> {entry.name}
      </span>
    )
  const { name, bytes, changedAt } = entry.file
  return (
    <span className={styles.row}>
      <FileIcon show={show} />
      <span className={styles.name}>{name}</span>
      <span className={styles.soft}>{t('extracts.fileFacts', { size: format.size(bytes), when: format.moment(changedAt) })}</span>
    </span>
  )
}
