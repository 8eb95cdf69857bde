import './zod-without-eval'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { Sheet } from '#shared/paper/sheet'
import { SheetView } from './paper/SheetView'
import type { SheetJob, SheetReport } from './sheet-bridge'

const host = document.getElementById('sheet')
if (!host) throw new Error('sheet.html has no #sheet')
let failure: unknown
const root = createRoot(host, {
  onUncaughtError: cause => {
    failure = cause
  }
})

/** Whether any text or picture reaches past the page's sides. */
function isTooWide(page: Element): boolean {
  const { left, right } = page.getBoundingClientRect()
  return [...page.querySelectorAll('*')].some(element => {
    const box = element.getBoundingClientRect()
    return (
      box.width > 0 &&
      (box.right > right + 1 || box.left < left - 1 || (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0))
    )
  })
}

/** Loads every bundled font the text needs, so that the sheet is measured with the letters it is printed in. */
async function loadFonts(text: string): Promise<void> {
  const faces = ['400 12pt Tinos', '700 12pt Tinos', '400 12pt Arimo', '700 12pt Arimo']
  await Promise.all(faces.map(face => document.fonts.load(face, text)))
}

async function render({ id, sheet }: SheetJob): Promise<SheetReport> {
  const parsed = Sheet.safeParse(sheet)
  if (!parsed.success) return { id, text: '', overflow: false, error: z.prettifyError(parsed.error) }
  await loadFonts(JSON.stringify({ ...parsed.data, letterhead: undefined }))
  flushSync(() => root.render(<SheetView key={id} sheet={parsed.data} />))
  const page = host?.querySelector('.paper')
  if (!page) return { id, text: '', overflow: false, error: `nothing was rendered: ${failure}` }
  await Promise.all([...page.querySelectorAll('img')].map(image => image.decode()))
  await document.fonts.ready
  return { id, text: (page as HTMLElement).innerText, overflow: isTooWide(page) }
}

window.sheet.onRender(job => {
  render(job).then(
    report => window.sheet.rendered(report),
    (cause: unknown) => window.sheet.rendered({ id: job.id, text: '', overflow: false, error: String(cause) })
  )
})
