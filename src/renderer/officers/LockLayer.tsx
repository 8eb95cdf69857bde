import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { DeskState } from '#shared/office/office.contract'
import type { OfficerCard } from '#shared/officers/officer'
import { KeyLevel, useKeyBarrier } from '../keys'
import styles from './LockLayer.module.css'
import { SignInScreen } from './SignInScreen'
import { lockPlace } from './use-taken-away'

/** Above every dialog: no key of the screens behind does anything. */
const TOP_LEVEL = 1000

type LockLayerProps = {
  state: Extract<DeskState, { kind: 'open' }>
  /** Whose screen is locked; null when it is only blurred. */
  lockedFor: OfficerCard | null
  onIn: (officer: OfficerCard) => void
  beforeIn: () => Promise<unknown>
}

/** What stands over a screen that nobody touches: a blur at first, then the PIN of who sat here, or of whoever takes the counter over. */
export function LockLayer({ state, lockedFor, onIn, beforeIn }: LockLayerProps) {
  const { t } = useTranslation()
  return createPortal(
    lockedFor ? (
      <KeyLevel value={TOP_LEVEL}>
        <KeysAsleep />
        <div className={styles.locked}>
          <SignInScreen state={state} lockedFor={lockedFor} onIn={onIn} beforeIn={beforeIn} />
        </div>
      </KeyLevel>
    ) : (
      <div className={styles.blurred} role="status">
        <p className={styles.note}>{t('signIn.blurred')}</p>
      </div>
    ),
    lockPlace()
  )
}

function KeysAsleep() {
  useKeyBarrier(TOP_LEVEL)
  return null
}
