import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SUBJECT_PURPOSES, type SubjectPurpose } from '#shared/audit/subject-purposes'
import { DOCUMENTS } from '#shared/proposals/proposals.contract'
import type { SubjectExport } from '#shared/subjects/subjects.contract'
import { api } from '../api'
import { SaveToChoice } from '../files/SaveToChoice'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog, FormDialog } from '../ui/Dialog'
import { Notice } from '../ui/Notice'
import { useAct } from '../use-call'

type ExportPersonDialogProps = { resident: { id: string; name: string }; onClose: () => void }

/** Who asks for a copy of all data about one person, and where it is saved. */
export function ExportPersonDialog({ resident, onClose }: ExportPersonDialogProps) {
  const { t } = useTranslation()
  const [saved, setSaved] = useState<SubjectExport | null>(null)
  const save = useAct(api.subjects.export)
  const [purpose, setPurpose] = useState<SubjectPurpose | null>(null)
  const [to, setTo] = useState<string>(DOCUMENTS)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const go = async () => {
    if (!purpose) return
    const answer = await save.act({ residentId: resident.id, purpose, to })
    if (!answer.ok) return setProblem(answer.problem)
    setSaved(answer.value)
  }
  if (saved)
    return (
      <Dialog
        title={t('subjects.saved')}
        onClose={onClose}
        actions={
          <Button tone="primary" shortcut={KEYS.primary} autoFocus onClick={onClose}>
            {t('ui.done')}
          </Button>
        }
      >
        <ul>
          {saved.files.map(file => (
            <li key={file}>{file}</li>
          ))}
        </ul>
        {saved.missing > 0 && (
          <Notice tone="attention" title={t('subjects.missing', { count: saved.missing })}>
            <p>{t('subjects.missingTeach')}</p>
          </Notice>
        )}
        <p>{t('subjects.keep')}</p>
      </Dialog>
    )
  return (
    <FormDialog
      title={t('subjects.title', { name: resident.name })}
      deed={t('subjects.save')}
      isBusy={save.isBusy}
      isAllowed={purpose !== null}
      problem={problem}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <p>{t('subjects.teach')}</p>
      <Choice
        legend={t('subjects.purpose')}
        inColumn
        value={purpose}
        onChange={setPurpose}
        options={SUBJECT_PURPOSES.map(code => ({ value: code, label: t(`subjects.purposes.${code}`) }))}
      />
      <SaveToChoice to={to} onChange={setTo} />
      <p>{t('subjects.keep')}</p>
    </FormDialog>
  )
}
