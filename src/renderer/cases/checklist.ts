import type { DocumentCheck } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { RequiredDocument } from '#shared/directory/directory'

/** `document` is kept and printed, in Indonesian; `label` is how the screen calls it. */
export type Paper = Pick<DocumentCheck, 'position' | 'document' | 'isMandatory' | 'note'> & {
  label: string
  /** Null until the officer has said. */
  state: DocumentCheck['state'] | null
  how: string | null
}

const FORMS = {
  id: { copy: 'fotokopi', original: 'asli', shown: 'cukup ditunjukkan' },
  en: { copy: 'copy', original: 'original', shown: 'just shown' }
} as const

/** The service's papers in their order with what was said of each; papers said earlier that the service no longer asks for stay. */
export function papersOf(
  { documents: said }: Pick<CaseCard, 'documents'>,
  asked: readonly RequiredDocument[],
  isEnglish: boolean
): Paper[] {
  const papers: Paper[] = asked.map(({ position, nameId, nameEn, isMandatory, form, count, note }) => {
    const check = said.find(one => one.position === position)
    const how = [FORMS[isEnglish ? 'en' : 'id'][form], count > 1 ? `${count}x` : ''].filter(Boolean).join(', ')
    const label = isEnglish ? nameEn : nameId
    return { position, document: nameId, label, isMandatory, state: check?.state ?? null, note: check?.note ?? note, how }
  })
  const others = said.filter(check => asked.every(one => one.position !== check.position))
  return [
    ...papers,
    ...others.map(({ position, document, isMandatory, state, note }) => ({
      position,
      document,
      label: document,
      isMandatory,
      state,
      note,
      how: null
    }))
  ]
}

/** What the contract takes: the papers the officer has spoken of. */
export const asChecks = (papers: readonly Paper[]) =>
  papers.flatMap(({ position, document, isMandatory, state, note }) => (state ? [{ position, document, isMandatory, state, note }] : []))
