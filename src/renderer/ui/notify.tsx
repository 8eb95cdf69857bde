import { IconCircleCheck, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { DeskProblem } from '../text/problem'
import { cx } from './cx'
import { ProblemNotice } from './Notice'
import styles from './notify.module.css'

type Message = { id: number; kind: 'done'; text: string; deed: number } | { id: number; kind: 'problem'; problem: DeskProblem }
export type Notify = {
  done: (text: string) => void
  problem: (problem: DeskProblem) => void
  /** Another screen opens: what was said before the deed that opened it is put away. */
  moved: () => void
}

const NotifyContext = createContext<Notify>({ done: () => {}, problem: () => {}, moved: () => {} })
export const useNotify = (): Notify => useContext(NotifyContext)

const PlaceContext = createContext<(place: HTMLElement | null) => void>(() => {})
/** Where in the foot of the screen it is said what was done; what stands next to it makes room. */
export const DonePlace = () => <span ref={useContext(PlaceContext)} className={styles.place} />

const DONE_STAYS_MS = 6000
const DEEDS = ['keydown', 'pointerdown'] as const

/** What was done stands in the foot of the screen, over nothing, and goes away by itself or when the language is switched; a problem stays until it is put away. */
export function NotifyProvider({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [messages, setMessages] = useState<Message[]>([])
  const next = useRef(0)
  /** How often a key or the mouse was pressed: what no press came after belongs to the screen that opens. */
  const deeds = useRef(0)
  useEffect(() => {
    const count = () => {
      deeds.current++
    }
    for (const deed of DEEDS) window.addEventListener(deed, count, true)
    return () => {
      for (const deed of DEEDS) window.removeEventListener(deed, count, true)
    }
  }, [])
  const drop = useCallback((id: number) => setMessages(all => all.filter(one => one.id !== id)), [])
  useEffect(() => {
    // what was said stays in the language it was said in
    const forget = () => setMessages(all => all.filter(one => one.kind !== 'done'))
    i18n.on('languageChanged', forget)
    return () => i18n.off('languageChanged', forget)
  }, [i18n])
  const notify = useMemo<Notify>(
    () => ({
      done: text => {
        const id = next.current++
        setMessages(all => [...all.slice(-2), { id, kind: 'done', text, deed: deeds.current }])
        setTimeout(() => drop(id), DONE_STAYS_MS)
      },
      problem: problem => {
        const id = next.current++
        setMessages(all => [
          ...all.filter(one => one.kind !== 'problem' || one.problem.kind !== problem.kind).slice(-2),
          { id, kind: 'problem', problem }
        ])
      },
      moved: () =>
        setMessages(all => {
          const kept = all.filter(one => one.kind !== 'done' || one.deed === deeds.current)
          return kept.length === all.length ? all : kept
        })
    }),
    [drop]
  )
  const lastDone = messages.findLast(message => message.kind === 'done')
  const done = lastDone?.kind === 'done' && (
    <p key={lastDone.id} className={cx(styles.done, !place && styles.afloat)} role="status" title={lastDone.text}>
      <IconCircleCheck aria-hidden="true" size={18} />
      <span className={styles.words}>{lastDone.text}</span>
    </p>
  )
  return (
    <NotifyContext value={notify}>
      <PlaceContext value={setPlace}>{children}</PlaceContext>
      {place ? createPortal(done, place) : done}
      <div className={styles.corner}>
        {messages.map(
          message =>
            message.kind === 'problem' && (
              <div key={message.id} className={styles.message}>
                <ProblemNotice problem={message.problem} />
                <button type="button" className={styles.close} aria-label={t('ui.close')} onClick={() => drop(message.id)}>
                  <IconX aria-hidden="true" size={18} />
                </button>
              </div>
            )
        )}
      </div>
    </NotifyContext>
  )
}
