import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { TextArea } from '../ui/Field'
import { useDeed } from '../use-deed'
import { useTyped } from '../use-typed'

const KINDS = ['note', 'contact'] as const

/** Adds a line to the history: a note, or a talk with the resident. */
export function NoteDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const note = useDeed(api.cases.note, { says: () => t('cases.noted'), onDone: onClose })
  const [kind, setKind] = useTyped<(typeof KINDS)[number]>(`case-note ${caseId} kind`, 'note')
  const [text, setText] = useTyped(`case-note ${caseId} text`, '')
  const save = async () => {
    if (text.trim() === '') return
    await note.act({ caseId, kind, text })
  }
  return (
    <FormDialog
      title={t('cases.addNote')}
      deed={t('ui.save')}
      isBusy={note.isBusy}
      problem={note.problem}
      isAllowed={text.trim() !== ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
