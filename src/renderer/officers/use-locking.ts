import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { OfficerCard } from '#shared/officers/officer'
import type { Seat } from '#shared/officers/officers.contract'
import { api } from '../api'
import { chordOf, KEYS } from '../keys'
import { forgetHeld, release } from '../lock-gate'
import { readWhoWorksHere, useAct } from '../use-call'
import { leaveTyped } from '../use-typed'
import { useIdle } from './use-idle'
import { useTakenAway } from './use-taken-away'

/** A half-typed field is kept within 250 ms: the screen goes away at once, and the desk locks when that has been done. */
const KEEP_DRAFTS_MS = 400
/** What is the same whoever sits here. */
const SHARED = /^(office\.state|officers\.(me|list)|areas\.|directory\.)/

/** Locks the screen by a key or when nobody touches it, and lets the next officer in: back to the same place, or to a place of their own. */
export function useLocking(seat: Seat | undefined) {
  const queries = useQueryClient()
  const { act } = useAct(api.officers.lock)
  const [isClosing, setClosing] = useState(false)
  const places = useRef(new Map<string, string>())
  const officer = seat?.officer ?? null
  const isShut = officer !== null && (isClosing || seat?.isLocked === true)
  const isOpen = officer !== null && !isShut

  const closing = useRef<Promise<unknown>>(Promise.resolve())
  const lock = useCallback(() => {
    setClosing(true)
    closing.current = new Promise(resolve => setTimeout(resolve, KEEP_DRAFTS_MS))
      .then(() => act({}))
      .then(() => readWhoWorksHere(queries))
      .finally(() => setClosing(false))
  }, [act, queries])

  useEffect(() => {
    if (!isOpen) return
    const press = (event: KeyboardEvent) => {
      if (chordOf(event).toLowerCase() !== KEYS.lock.toLowerCase()) return
      event.preventDefault()
      event.stopPropagation()
      lock()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [isOpen, lock])

  // once for each officer: whoever goes to the board from there wants to be on the board
  const resumed = useRef<string | null>(null)
  const visitToResume = isOpen ? (seat?.visitToResume ?? null) : null
  useEffect(() => {
    if (!visitToResume || resumed.current === visitToResume) return
    resumed.current = visitToResume
    if (/^#?\/?$/.test(window.location.hash)) window.location.hash = `#/visits/${visitToResume}`
  }, [visitToResume])

  const isBlurred = useIdle({ isWatching: isOpen, lockMinutes: seat?.lockMinutes ?? 1, onLock: lock })
  useTakenAway(isShut)
  useEffect(() => {
    if (isOpen) release()
  }, [isOpen])

  /** Before anything is read for them. Nothing of the officer before is left, neither shown nor asked for. */
  const onIn = useCallback(
    (next: OfficerCard) => {
      if (next.id === officer?.id) return
      leaveTyped(officer?.id ?? null)
      if (officer) {
        places.current.set(officer.id, window.location.hash)
        forgetHeld()
        queries.removeQueries({ predicate: query => !SHARED.test(String(query.queryKey[0])) })
        queries.getMutationCache().clear()
      }
      window.location.hash = places.current.get(next.id) ?? '#/'
      places.current.delete(next.id)
    },
    [officer, queries]
  )
  /** Nobody is let in before the desk has locked. */
  const beforeIn = useCallback(() => closing.current, [])
  return { officer, isShut, isBlurred, lock, onIn, beforeIn }
}
