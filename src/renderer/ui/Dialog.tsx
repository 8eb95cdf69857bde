import { Modal } from '@mantine/core'
import { type FormEvent, type ReactNode, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { KEYS, KeyLevel, useKey, useKeyBarrier } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from './Button'
import styles from './Dialog.module.css'
import { ProblemNotice } from './Notice'
import { useFirstWrong } from './use-first-wrong'

type DialogProps = {
  title: ReactNode
  onClose: () => void
  /** The buttons at the foot; the primary one last. */
  actions?: ReactNode
  width?: number | undefined
  /** When given, the dialog is a form: Enter in a field submits it, and the first field that is then wrong gets the focus. */
  onSubmit?: () => unknown
  children: ReactNode
}

/** A question above the screen. Render it only while it is open; focus returns to where it was. */
export function Dialog({ title, onClose, actions, width = 560, onSubmit, children }: DialogProps) {
  const { t } = useTranslation()
  const level = useContext(KeyLevel) + 1
  useKeyBarrier(level)
  const [tries, setTries] = useState(0)
  const form = useFirstWrong(tries)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    await onSubmit?.()
    setTries(before => before + 1)
  }
  const inside = (
    <>
      {children}
      {actions && <div className={styles.actions}>{actions}</div>}
    </>
  )
  return (
    <Modal.Root
      opened
      onClose={onClose}
      classNames={{ content: styles.content ?? '' }}
      size={width}
      lockScroll={false}
      closeOnEscape={false}
      centered
      transitionProps={{ duration: 90 }}
    >
      <Modal.Overlay backgroundOpacity={0.45} color="#082f31" />
      <Modal.Content>
        <div className={styles.header}>
          <Modal.Title className={styles.title ?? ''}>{title}</Modal.Title>
        </div>
        <Modal.Body className={styles.body ?? ''}>
          <KeyLevel value={level}>
            <EscapeCloses onClose={onClose} />
            {onSubmit ? (
              <form ref={form} noValidate className={styles.inside} onSubmit={event => void submit(event)}>
                {inside}
              </form>
            ) : (
              <div className={styles.inside}>{inside}</div>
            )}
          </KeyLevel>
        </Modal.Body>
        <Modal.CloseButton className={styles.close ?? ''} aria-label={t('ui.close')} />
      </Modal.Content>
    </Modal.Root>
  )
}

/** Escape as one of our own keys: closing in an earlier listener would let the same press reach the screen below. */
function EscapeCloses({ onClose }: { onClose: () => void }) {
  useKey(KEYS.back, onClose)
  return null
}

type FormDialogProps = {
  title: ReactNode
  /** The deed itself ("Batalkan surat"), never just "OK". */
  deed: string
  width?: number | undefined
  /** It cannot be taken back; the way out is then called otherwise than "Batal", which reads like the deed ("Batalkan surat"). */
  isDanger?: boolean
  /** It is a question that the deed before it brought up: the same key, pressed twice, is no answer. */
  waitsToBeRead?: boolean
  isBusy?: boolean | undefined
  /** What stood against the deed. */
  problem?: DeskProblem | null
  isAllowed?: boolean
  onSubmit: () => unknown
  onClose: () => void
  children: ReactNode
}

/** A dialog that ends in one deed or in nothing: a small form, or a question before something that cannot be taken back. */
export function FormDialog({
  title,
  deed,
  width,
  isDanger,
  waitsToBeRead = false,
  isBusy,
  problem,
  isAllowed,
  onSubmit,
  onClose,
  children
}: FormDialogProps) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={title}
      width={width}
      onClose={onClose}
      onSubmit={onSubmit}
      actions={
        <>
          <Button onClick={onClose}>{t(isDanger ? 'ui.leaveIt' : 'ui.cancel')}</Button>
          <Button
            tone={isDanger ? 'danger' : 'primary'}
            type="submit"
            shortcut={KEYS.primary}
            waitsToBeRead={waitsToBeRead}
            isBusy={isBusy ?? false}
            disabled={isAllowed === false}
          >
            {deed}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {children}
    </Dialog>
  )
}
