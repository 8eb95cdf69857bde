import { useCallback, useState } from 'react'
import type { PrinterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { useCall } from '../use-call'

/** Queue tickets come out of a printer of their own in many offices: what is chosen for them is not chosen for letters. */
type Use = 'pages' | 'tickets'
const REMEMBERED: Record<Use, string> = { pages: 'printer', tickets: 'ticket-printer' }
/** Asking the spooler starts programs, so it is not done more often. */
const ASK_AGAIN_MS = 30_000

const remembered = (use: Use): string | null => {
  try {
    return sessionStorage.getItem(REMEMBERED[use])
  } catch {
    return null
  }
}

export type PrinterChoice = {
  printers: readonly PrinterCard[]
  /** The one to print on: chosen in this session, else the default, else the only one. */
  printer: string | null
  choose: (name: string) => void
  /** Asks the spooler once more: after a try, how the printers are has often changed. */
  look: () => Promise<void>
  isSpoolerDown: boolean
}

/** The printers of this computer and the one chosen for this use, for as long as the window is open. */
export function usePrinter(use: Use = 'pages'): PrinterChoice {
  const answer = useCall(api.letters.printers, {}, { everyMs: ASK_AGAIN_MS })
  const [chosen, setChosen] = useState(() => remembered(use))
  const printers = answer.value ?? []
  const known = printers.find(one => one.name === chosen) ?? printers.find(one => one.isDefault) ?? printers[0]
  const choose = useCallback(
    (name: string) => {
      setChosen(name)
      try {
        sessionStorage.setItem(REMEMBERED[use], name)
      } catch {
        // The choice then lasts as long as this screen.
      }
    },
    [use]
  )
  return { printers, printer: known?.name ?? null, choose, look: answer.again, isSpoolerDown: answer.problem?.kind === 'spooler-down' }
}
