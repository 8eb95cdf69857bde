import { IconAlertCircle } from '@tabler/icons-react'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import styles from './Field.module.css'

type FrameProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** Says so beside the label: a form marks what may stay empty, not what must be filled. */
  isOptional?: boolean
}
type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

/** Label above, hint and error below, all tied to the one control inside. */
export function Field({ label, hint, error, isOptional, children }: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const { t } = useTranslation()
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional && <span className={styles.optional}>{t('ui.optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={styles.error} role="alert">
          <IconAlertCircle aria-hidden="true" />
          <span>{error}</span>
        </div>
      )}
    </div>
  )
}

export type TextFieldProps = FrameProps & Omit<ComponentProps<'input'>, 'className' | 'id'> & { isDigits?: boolean }

export function TextField({ label, hint, error, isOptional, isDigits, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {wiring => (
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          data-autofocus={input.autoFocus || undefined}
          {...input}
          {...wiring}
          className={cx(styles.input, isDigits && styles.digits)}
        />
      )}
    </Field>
  )
}

export type TextAreaProps = FrameProps & Omit<ComponentProps<'textarea'>, 'className' | 'id'>

export function TextArea({ label, hint, error, isOptional, rows = 3, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {wiring => (
        <textarea
          autoComplete="off"
          data-autofocus={area.autoFocus || undefined}
          rows={rows}
          {...area}
          {...wiring}
          className={cx(styles.input, styles.area)}
        />
      )}
    </Field>
  )
}

export function Checkbox({ label, ...input }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'className' | 'type'>) {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  )
}
