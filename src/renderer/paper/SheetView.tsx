import { useLayoutEffect, useRef, useState } from 'react'
import { pageOf } from '#shared/paper/paper-size'
import { printableDeep } from '#shared/paper/printable'
import type { Sheet } from '#shared/paper/sheet'
import { LetterSheetView } from '../letters/LetterSheetView'
import { ChecklistSheetView } from './ChecklistSheetView'
import { InformationSheetView } from './InformationSheetView'
import { PersonalDataSheetView } from './PersonalDataSheetView'
import { ReceiptSheetView } from './ReceiptSheetView'
import { RecoveryCodeSheetView } from './RecoveryCodeSheetView'
import { RegisterSheetView } from './RegisterSheetView'
import { ReportSheetView } from './ReportSheetView'
import { TicketSheetView } from './TicketSheetView'
import './fonts.css'
import './sheet.css'

const PAPER_CLASS = { F4: 'paper-f4', A4: 'paper-a4', 'ticket-80': 'paper-ticket' } as const

function Content({ sheet, isVoid }: { sheet: Sheet; isVoid: boolean }) {
  switch (sheet.kind) {
    case 'letter':
      return <LetterSheetView sheet={sheet} isVoid={isVoid} />
    case 'receipt':
      return <ReceiptSheetView sheet={sheet} />
    case 'ticket':
      return <TicketSheetView sheet={sheet} />
    case 'register':
      return <RegisterSheetView sheet={sheet} />
    case 'information':
      return <InformationSheetView sheet={sheet} />
    case 'recovery-code':
      return <RecoveryCodeSheetView sheet={sheet} />
    case 'personal-data':
      return <PersonalDataSheetView sheet={sheet} />
    case 'report':
      return <ReportSheetView sheet={sheet} />
    case 'checklist':
      return <ChecklistSheetView sheet={sheet} />
  }
}

const classOf = (sheet: Sheet, zoom: number, density: Density) =>
  [
    'paper',
    PAPER_CLASS[sheet.paper],
    sheet.kind === 'letter' && sheet.returnSlip && 'has-slip',
    `is-${density}`,
    zoom !== 100 && `paper-zoom-${zoom}`
  ]
    .filter(Boolean)
    .join(' ')

const DENSITIES = ['normal', 'compact', 'dense'] as const
/** `long` is set like `normal`, on pages with the full margins. */
type Density = (typeof DENSITIES)[number] | 'long'

/** Whether the drawn sheet is one page long; a ratio, so that the zoom of a preview does not matter. */
function isOnePage(paper: HTMLElement, size: Sheet['paper']): boolean {
  const { widthMm, heightMm } = pageOf(size)
  return (paper.scrollHeight / paper.offsetWidth) * widthMm <= heightMm + 0.3
}

/** The widest spacing with which the sheet fits one page; a sheet that is longer anyway is `long`. */
function fitOnPage(paper: HTMLElement, sheet: Sheet): Density {
  const fitting = DENSITIES.find(density => {
    paper.className = classOf(sheet, 100, density)
    return isOnePage(paper, sheet.paper)
  })
  return fitting ?? 'long'
}

type SheetViewProps = { sheet: Sheet; zoom?: 50 | 66 | 75 | 100; isVoid?: boolean }

/** Any sheet, the same for the printer and for the screen; `zoom` only makes the preview smaller, in percent of real size, and `isVoid` marks a letter that no longer counts. */
export function SheetView({ sheet, zoom = 100, isVoid = false }: SheetViewProps) {
  const paper = useRef<HTMLDivElement>(null)
  const [density, setDensity] = useState<Density>('normal')
  const clean = printableDeep(sheet)

  useLayoutEffect(() => {
    let isShown = true
    const settle = () => {
      if (!isShown || !paper.current) return
      const found = fitOnPage(paper.current, sheet)
      // React writes the class only when it changes, so the last one tried is put right here.
      paper.current.className = classOf(sheet, zoom, found)
      setDensity(found)
    }
    settle()
    void document.fonts?.ready.then(settle)
    return () => {
      isShown = false
    }
  }, [sheet, zoom])

  return (
    <div ref={paper} className={classOf(sheet, zoom, density)} lang="id">
      <Content sheet={clean} isVoid={isVoid} />
    </div>
  )
}
