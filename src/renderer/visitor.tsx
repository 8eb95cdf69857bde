import './zod-without-eval'
import './theme.css'
import { createRoot } from 'react-dom/client'
import { VisitorPage } from '#shared/screens/visitor-page'
import { VisitorScreen } from './visitor/VisitorScreen'
import './visitor/visitor-bridge'

const place = document.getElementById('visitor')
if (!place) throw new Error('visitor.html has no #visitor')
const root = createRoot(place)
const show = (page: VisitorPage) => root.render(<VisitorScreen page={page} onAnswer={answer => window.visitor.answer(answer)} />)

show({ kind: 'idle' })
window.visitor.onPage(sent => {
  const page = VisitorPage.safeParse(sent)
  if (page.success) show(page.data)
})
