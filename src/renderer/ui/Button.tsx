import { type ComponentProps, useRef } from 'react'
import { ariaKey, useKey } from '../keys'
import styles from './Button.module.css'
import { cx } from './cx'
import { Kbd } from './Kbd'

export type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'ref'> & {
  tone?: 'primary' | 'quiet' | 'plain' | 'danger'
  /** The key that presses this button; it is shown on it. */
  shortcut?: string | undefined
  /** What it does leaves the desk, or says that something was read: its key, pressed twice, does not press a button that has only just come or just come back. */
  waitsToBeRead?: boolean
  isBusy?: boolean
  isWide?: boolean
  isBig?: boolean
}

/** A button of at least 44 px that shows its key and answers to it. */
export function Button({
  tone = 'quiet',
  shortcut,
  waitsToBeRead = false,
  isBusy,
  isWide,
  isBig,
  type = 'button',
  disabled,
  children,
  ...rest
}: ButtonProps) {
  const ref = useRef<HTMLButtonElement>(null)
  const isOff = disabled || isBusy
  useKey(shortcut, () => ref.current?.click(), { enabled: !isOff, waitsToBeRead })
  return (
    <button
      {...rest}
      ref={ref}
      type={type}
      disabled={isOff}
      aria-busy={isBusy || undefined}
      aria-keyshortcuts={shortcut && ariaKey(shortcut)}
      className={cx(styles.button, styles[tone], isWide && styles.wide, isBig && styles.big)}
    >
      {children}
      {shortcut && <Kbd of={shortcut} />}
    </button>
  )
}
