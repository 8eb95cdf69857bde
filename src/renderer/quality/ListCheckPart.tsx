import { IconCircleCheck, IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import type { ListCheck } from '#shared/quality/list-check.contract'
import { api } from '../api'
import { FileDialog } from '../files/FileDialog'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { ProblemNotice } from '../ui/Notice'
import { useAct } from '../use-call'
import { ListFindings } from './ListFindings'
import styles from './QualityScreen.module.css'
import { SaveFindingsDialog } from './SaveFindingsDialog'

/** A village's own list, looked through before it is sent up. */
export function ListCheckPart() {
  const { t } = useTranslation()
  const check = useAct(api.listCheck.check)
  const [isChoosing, setChoosing] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const [checked, setChecked] = useState<{ file: FileAt; found: ListCheck } | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const choose = async (file: FileAt) => {
    setChoosing(false)
    setProblem(null)
    setChecked(null)
    const answer = await check.act({ file })
    if (answer.ok) setChecked({ file, found: answer.value })
    else setProblem(answer.problem)
  }
  const found = checked?.found
  const isSound = found && found.groups.length + found.meetings.length + found.niks.length + found.aside.length === 0
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.soft}>{found ? t('quality.listSaid', { name: found.name, count: found.people }) : t('quality.listTeach')}</p>
        <div className={styles.answers}>
          {found && !isSound && (
            <Button shortcut={KEYS.primary} onClick={() => setSaving(true)}>
              {t('quality.listSave')}
            </Button>
          )}
          <Button tone="primary" shortcut={KEYS.add} isBusy={check.isBusy} onClick={() => setChoosing(true)}>
            {t(found ? 'quality.listOther' : 'quality.listChoose')}
          </Button>
        </div>
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {check.isBusy && <p role="status">{t('quality.listChecking')}</p>}
      {found && !isSound && <ListFindings found={found} />}
      {!check.isBusy && (!found || isSound) && (
        <Card isFilling>
          {isSound ? (
            <EmptyState icon={<IconCircleCheck aria-hidden="true" />} title={t('quality.listSound')}>
              {t('quality.listSoundTeach')}
            </EmptyState>
          ) : (
            <EmptyState icon={<IconFileSearch aria-hidden="true" />} title={t('quality.listNone')} />
          )}
        </Card>
      )}
      {isChoosing && <FileDialog title={t('quality.listChoose')} onChoose={file => void choose(file)} onClose={() => setChoosing(false)} />}
      {isSaving && checked && <SaveFindingsDialog file={checked.file} onClose={() => setSaving(false)} />}
    </>
  )
}
