import { useCallback, useState } from 'react'
import type { PrinterCard } from '#shared/letters/letters.contract'
import { api } from '../api'
import { useCall } from '../use-call'

const REMEMBERED = 'printer'
/** Asking the spooler starts programs, so it is not done more often. */
const ASK_AGAIN_MS = 30_000

const remembered = (): string | null => {
  try {
    return sessionStorage.getItem(REMEMBERED)
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

/** The printers of this computer and the one chosen for as long as the window is open. */
export function usePrinter(): PrinterChoice {
  const answer = useCall(api.letters.printers, {}, { everyMs: ASK_AGAIN_MS })
  const [chosen, setChosen] = useState(remembered)
  const printers = answer.value ?? []
  const known = printers.find(one => one.name === chosen) ?? printers.find(one => one.isDefault) ?? printers[0]
  const choose = useCallback((name: string) => {
    setChosen(name)
    try {
      sessionStorage.setItem(REMEMBERED, name)
    } catch {
      // The choice then lasts as long as this screen.
    }
  }, [])
  return { printers, printer: known?.name ?? null, choose, look: answer.again, isSpoolerDown: answer.problem?.kind === 'spooler-down' }
}
