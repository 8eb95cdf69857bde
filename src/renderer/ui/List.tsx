import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './List.module.css'

type ListProps<T> = {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  onOpen: (item: T) => void
  /** The key of the item that is open beside the list. */
  current?: string | null
  /** Focus starts on the first row. */
  hasFocus?: boolean
  /** What can be done with a row besides opening it; reached by Tab from the row. */
  beside?: ((item: T) => ReactNode) | undefined
  children: (item: T) => ReactNode
}

const target = (key: string, at: number, last: number): number | null => {
  if (key === 'ArrowDown') return Math.min(at + 1, last)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return last
  return null
}

/** A list that is one stop of the Tab key: arrows, Home and End move, Enter opens. */
export function List<T>({ label, items, keyOf, onOpen, current, hasFocus, beside, children }: ListProps<T>) {
  const [active, setActive] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const stop = items.some(item => keyOf(item) === active) ? active : items[0] && keyOf(items[0])

  const isEmpty = items.length === 0
  useEffect(() => {
    if (hasFocus && !isEmpty) list.current?.querySelector<HTMLElement>(':scope > li > button')?.focus()
  }, [hasFocus, isEmpty])

  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const to = target(event.key, at, items.length - 1)
    if (to === null) return
    event.preventDefault()
    list.current?.querySelectorAll<HTMLElement>(':scope > li > button')[to]?.focus()
  }

  return (
    <ul ref={list} className={styles.list} aria-label={label}>
      {items.map((item, at) => {
        const key = keyOf(item)
        return (
          <li key={key} className={beside && styles.wide}>
            <button
              type="button"
              className={styles.row}
              aria-current={key === current || undefined}
              tabIndex={key === stop ? 0 : -1}
              onFocus={() => setActive(key)}
              onKeyDown={event => onKeyDown(event, at)}
              onClick={() => onOpen(item)}
            >
              {children(item)}
            </button>
            {beside && <div>{beside(item)}</div>}
          </li>
        )
      })}
    </ul>
  )
}
