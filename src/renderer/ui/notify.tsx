import { IconCircleCheck, IconX } from '@tabler/icons-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskProblem } from '../text/problem'
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

const DONE_STAYS_MS = 6000
const DEEDS = ['keydown', 'pointerdown'] as const

/** What was done stands in the foot of the screen, over no button, and goes away by itself; a problem stays until it is put away. */
export function NotifyProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
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
  return (
    <NotifyContext value={notify}>
      {children}
      {lastDone?.kind === 'done' && (
        <p key={lastDone.id} className={styles.done} role="status">
          <IconCircleCheck aria-hidden="true" size={18} />
          {lastDone.text}
        </p>
      )}
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
