import { type ReactNode, useState } from 'react'
import type { Paper } from '#shared/letters/letters.contract'
import { Button } from '../ui/Button'
import { PaperDialog } from './PaperDialog'

type PaperButtonProps = { paper: Paper; shortcut?: string | undefined; children: ReactNode }

/** Shows a paper without a number and prints it. */
export function PaperButton({ paper, shortcut, children }: PaperButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button shortcut={shortcut} onClick={() => setOpen(true)}>
        {children}
      </Button>
      {isOpen && <PaperDialog paper={paper} onClose={() => setOpen(false)} />}
    </>
  )
}
