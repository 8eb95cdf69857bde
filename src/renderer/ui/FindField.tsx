import { IconChevronDown } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from './cx'
import { Field } from './Field'
import fieldStyles from './Field.module.css'
import styles from './FindField.module.css'

export type Found = { value: string; label: string; more?: string | undefined; disabled?: boolean | undefined }

type FindFieldProps<F extends Found> = {
  label: ReactNode
  /** What is chosen now, in words; empty when nothing is. */
  chosen: string
  find: (text: string) => Promise<readonly F[]>
  onChoose: (found: F | null) => void
  hint?: ReactNode
  error?: ReactNode
  isOptional?: boolean
  placeholder?: string
  /** Shows the list before anything was typed. */
  opensEmpty?: boolean
  autoFocus?: boolean
  isDisabled?: boolean
}

type Answer<F extends Found> = {
  found: readonly F[]
  /** The text it answers; null before the first. */
  to: string | null
  /** The place of the highlighted one. */
  at: number
}
const NOTHING = { found: [], to: null, at: 0 }

/** The first that may be taken is highlighted; when the same text was asked once more, what the arrow keys had reached stays so. */
function highlight<F extends Found>(before: Answer<F>, found: readonly F[], to: string): Answer<F> {
  const reached = before.to === to ? before.found[before.at]?.value : undefined
  const again = found.findIndex(one => one.value === reached)
  const first = found.findIndex(one => !one.disabled)
  return { found, to, at: Math.max(0, again === -1 ? first : again) }
}

/** One of very many: each key asks the desk, stale answers are dropped, arrow keys move, Enter takes. What is typed and not taken is no choice. */
export function FindField<F extends Found>({
  label,
  chosen,
  find,
  onChoose,
  hint,
  error,
  isOptional,
  placeholder,
  opensEmpty,
  autoFocus,
  isDisabled
}: FindFieldProps<F>) {
  const { t } = useTranslation()
  const listId = useId()
  const [text, setText] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer<F>>(NOTHING)
  const { found, at } = answer
  const asked = useRef(0)
  /** Enter came before the answer to what was typed: the first of that answer is taken. */
  const takesFirst = useRef(false)
  const anchor = `--find${listId.replace(/[^\w]/g, '')}`
  const isTyping = text !== null
  const isOpen = isTyping && (text.trim() !== '' || opensEmpty === true)
  const moveTo = (place: number) => setAnswer({ ...answer, at: Math.min(Math.max(place, 0), Math.max(0, found.length - 1)) })

  const leave = useCallback(() => {
    asked.current += 1
    takesFirst.current = false
    setText(null)
    setAnswer(NOTHING)
  }, [])
  const choose = useRef(onChoose)
  useEffect(() => {
    choose.current = onChoose
  })
  const take = useCallback(
    (one: F) => {
      leave()
      choose.current(one)
    },
    [leave]
  )
  useEffect(() => {
    if (!isOpen) return
    const mine = ++asked.current
    void find(text).then(latest => {
      if (mine !== asked.current) return
      const first = latest.find(one => !one.disabled)
      if (takesFirst.current && first) return take(first)
      takesFirst.current = false
      setAnswer(before => highlight(before, latest, text))
    })
  }, [isOpen, text, find, take])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' && !isTyping && opensEmpty) setText('')
    else if (!isOpen) return
    else if (event.key === 'ArrowDown') moveTo(at + 1)
    else if (event.key === 'ArrowUp') moveTo(at - 1)
    else if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') {
      const one = found[at]
      if (answer.to !== text) takesFirst.current = true
      else if (one && !one.disabled) take(one)
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
            className={cx(fieldStyles.input, styles.input, opensEmpty && styles.withChevron)}
            style={{ anchorName: anchor } as CSSProperties}
            disabled={isDisabled}
            data-autofocus={autoFocus || undefined}
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
          {opensEmpty && <IconChevronDown aria-hidden="true" size={18} className={styles.chevron} />}
          {isOpen && (
            <div
              id={listId}
              role="listbox"
              className={styles.list}
              popover="manual"
              ref={showOnTop}
              style={{ positionAnchor: anchor } as CSSProperties}
              aria-label={typeof label === 'string' ? label : t('ui.choose')}
            >
              {found.map((one, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the input above holds focus and keys
                <div
                  key={one.value}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  aria-disabled={one.disabled || undefined}
                  className={cx(styles.option, index === at && styles.active, one.disabled && styles.disabled)}
                  ref={index === at ? node => node?.scrollIntoView?.({ block: 'nearest' }) : undefined}
                  onMouseDown={event => event.preventDefault()}
                  onClick={() => !one.disabled && take(one)}
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

/** A list lies above everything, so that no scrolling card or dialog cuts it off. */
const showOnTop = (node: HTMLElement | null): void => node?.showPopover?.()
