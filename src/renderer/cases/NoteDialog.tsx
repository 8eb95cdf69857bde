import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import type { DeskProblem } from '../text/problem'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import { useTyped } from '../use-typed'

const KINDS = ['note', 'contact'] as const

/** Adds a line to the history: a note, or a talk with the resident. */
export function NoteDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const note = useAct(api.cases.note)
  const [kind, setKind] = useTyped<(typeof KINDS)[number]>(`case-note ${caseId} kind`, 'note')
  const [text, setText] = useTyped(`case-note ${caseId} text`, '')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const save = async () => {
    if (text.trim() === '') return
    const answer = await note.act({ caseId, kind, text })
    if (!answer.ok) return setProblem(answer.problem)
    notify.done(t('cases.noted'))
    onClose()
  }
  return (
    <FormDialog
      title={t('cases.addNote')}
      deed={t('ui.save')}
      isBusy={note.isBusy}
      isAllowed={text.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {problem && <ProblemNotice problem={problem} />}
      <Choice
        legend={t('cases.noteKind')}
        options={KINDS.map(code => ({ value: code, label: t(`codes.caseEventKind.${code}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextArea
        label={t(kind === 'contact' ? 'cases.contactText' : 'cases.noteText')}
        rows={4}
        maxLength={1000}
        autoFocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
