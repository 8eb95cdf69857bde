import type { DocumentCheck } from '#shared/cases/case'
import type { CaseCard } from '#shared/cases/cases.contract'
import type { RequiredDocument } from '#shared/directory/directory'
import { paperNote } from '../directory/term-name'

/** `document` and `note` are kept and printed, in Indonesian; `label` and `remark` are how the screen says them. */
export type Paper = Pick<DocumentCheck, 'position' | 'document' | 'isMandatory' | 'note'> & {
  label: string
  remark: string | null
  /** Null until the officer has said. */
  state: DocumentCheck['state'] | null
  /** When that was said. */
  checkedAt: number | null
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
  const papers: Paper[] = asked.map(({ position, nameId, nameEn, isMandatory, form, count, note, noteEn }) => {
    const check = said.find(one => one.position === position)
    const how = [FORMS[isEnglish ? 'en' : 'id'][form], count > 1 ? `${count}x` : ''].filter(Boolean).join(', ')
    const label = isEnglish ? nameEn : nameId
    return {
      position,
      document: nameId,
      label,
      remark: check?.note && check.note !== note ? check.note : paperNote({ note, noteEn }, isEnglish),
      isMandatory,
      state: check?.state ?? null,
      checkedAt: check?.checkedAt ?? null,
      note: check?.note ?? note,
      how
    }
  })
  const others = said.filter(check => asked.every(one => one.position !== check.position))
  return [
    ...papers,
    ...others.map(({ position, document, isMandatory, state, checkedAt, note }) => ({
      position,
      document,
      label: document,
      remark: note,
      isMandatory,
      state,
      checkedAt,
      note,
      how: null
    }))
  ]
}

/** What an officer has just said of a paper, and when that was said which it was said over. */
export type Mark = { state: DocumentCheck['state']; over: Paper['checkedAt'] }

/** The papers as they are shown: a mark stands until the desk tells something newer of its paper, be it that very mark or another desk's. */
export const withMarks = (papers: readonly Paper[], marks: ReadonlyMap<number, Mark>): Paper[] =>
  papers.map(paper => {
    const mark = marks.get(paper.position)
    return mark && mark.over === paper.checkedAt ? { ...paper, state: mark.state } : paper
  })
