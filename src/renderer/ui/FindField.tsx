import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import { Field } from './Field'
import fieldStyles from './Field.module.css'
import styles from './FindField.module.css'

export type Found = { value: string; label: string; more?: string | undefined }

type FindFieldProps = {
  label: ReactNode
  /** What is chosen now, in words; empty when nothing is. */
  chosen: string
  find: (text: string) => Promise<readonly Found[]>
  onChoose: (found: Found | null) => void
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  placeholder?: string
  /** Shows the list before anything was typed. */
  opensEmpty?: boolean
  autoFocus?: boolean
}

/** One of very many: each key asks the desk, stale answers are dropped, arrow keys move, Enter takes. What is typed and not taken is no choice. */
export function FindField({ label, chosen, find, onChoose, hint, error, isOptional, placeholder, opensEmpty, autoFocus }: FindFieldProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [found, setFound] = useState<readonly Found[]>([])
  const [at, setAt] = useState(0)
  const asked = useRef(0)
  const isTyping = text !== null
  const isOpen = isTyping && (text.trim() !== '' || opensEmpty === true)

  useEffect(() => {
    if (!isOpen) return
    const mine = ++asked.current
    void find(text ?? '').then(answer => {
      if (mine !== asked.current) return
      setFound(answer)
      setAt(0)
    })
  }, [isOpen, text, find])

  const leave = () => {
    asked.current += 1
    setText(null)
    setFound([])
  }
  const take = (one: Found) => {
    leave()
    onChoose(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !isTyping && opensEmpty) setText('')
    else if (!isOpen) return
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') {
      const one = found[at]
      if (one) take(one)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional ?? false}>
      {wiring => (
        <div className={styles.box}>
          <input
            {...wiring}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the first field of a form at a counter
            autoFocus={autoFocus}
            className={fieldStyles.input}
            placeholder={placeholder ?? t('ui.choose')}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && found[at] ? `${listId}-${at}` : undefined}
            value={text ?? chosen}
            onFocus={event => event.currentTarget.select()}
            onClick={() => opensEmpty && !isTyping && setText('')}
            onChange={event => {
              setText(event.currentTarget.value)
              if (event.currentTarget.value === '') onChoose(null)
            }}
            onKeyDown={onKeyDown}
            onBlur={leave}
          />
          {isOpen && (
            <div id={listId} role="listbox" className={styles.list} aria-label={typeof label === 'string' ? label : t('ui.choose')}>
              {found.map((one, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input above holds focus and keys
                <div
                  key={one.value}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  className={cx(styles.option, index === at && styles.active)}
                  ref={index === at ? node => node?.scrollIntoView?.({ block: 'nearest' }) : undefined}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => take(one)}
                >
                  <span className={styles.name}>{one.label}</span>
                  {one.more && <span className={styles.more}>{one.more}</span>}
                </div>
              ))}
              {found.length === 0 && <div className={styles.none}>{t('ui.nothingFound')}</div>}
            </div>
          )}
        </div>
      )}
    </Field>
  )
}
