import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { readAgain } from './use-call'

/** A day can begin while the program is open: so often it is asked for. */
export const LOOK_AT_DAY_MS = 60_000

/** Reads everything again once another day has begun: what is today's, overdue or still valid is so by the day. */
export function useNewDay(today: string | null, isReading: boolean): void {
  const queries = useQueryClient()
  const readOn = useRef(today)
  useEffect(() => {
    if (!isReading || today === null || readOn.current === today) return
    const isFirst = readOn.current === null
    readOn.current = today
    if (!isFirst) void readAgain(queries)
  }, [queries, today, isReading])
}
