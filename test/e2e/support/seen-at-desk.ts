import type { Page } from '@playwright/test'
import type { DeskApi } from '#shared/contract'
import type { Result } from '#shared/result'

/** Everything about today that a desk would show to an officer of the counter, from the board down to the papers, in one value; desks that agree give the same. */
export const seenAtDesk = (page: Page) =>
  page.evaluate(async () => {
    const { desk } = window as unknown as { desk: DeskApi }
    const said = <T, P>(answer: Result<T, P>): T => {
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
      return answer.value
    }
    const { visits } = said(await desk.cases.board({}))
    const cases = []
    for (const { id: caseId, residentId } of said(await desk.cases.listOpen({ whose: 'all' })).lines) {
      cases.push({
        card: said(await desk.cases.get({ caseId })),
        resident: said(await desk.residents.get({ residentId })),
        referrals: said(await desk.referrals.ofCase({ caseId })),
        letters: said(await desk.letters.ofCase({ caseId })),
        receipt: said(await desk.sync.receipt({ entity: 'case', id: caseId }))
      })
    }
    const registers = []
    for (const { id: bookId } of said(await desk.letters.books({}))) registers.push(said(await desk.letters.register({ bookId })))
    return { visits, cases, registers }
  })
