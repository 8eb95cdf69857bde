import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiesOnStick, Rebuilt } from '#shared/recovery/recovery.contract'
import { api } from '../api'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useAct, useCall } from '../use-call'

/** A stick that was plugged in appears this soon. */
const LOOK_EVERY_MS = 2000

type FromStickDialogProps = { onRebuilt: (rebuilt: Rebuilt) => void; onClosed: () => Promise<void>; onClose: () => void }

/** Puts the copies of a PC that was lost in the place of this new desk: fetched from a stick, opened with the code from the envelope, restored. */
export function FromStickDialog({ onRebuilt, onClosed, onClose }: FromStickDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const found = useCall(api.recovery.onSticks, {}, { everyMs: LOOK_EVERY_MS }).value ?? []
  const fetch = useAct(api.recovery.fromStick)
  const enter = useAct(api.recovery.enterCode)
  const restore = useAct(api.recovery.restore)
  const [picked, setPicked] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const keyOf = ({ drive, folder }: CopiesOnStick): string => `${drive} ${folder}`
  const chosen = found.find(one => keyOf(one) === picked) ?? (found.length === 1 ? found[0] : undefined)
  const isBusy = fetch.isBusy || enter.isBusy || restore.isBusy

  const bring = async () => {
    if (!chosen) return
    const fetched = await fetch.act({ drive: chosen.drive, folder: chosen.folder, code })
    if (!fetched.ok) return setProblem(fetched.problem)
    // the data are closed by now; what goes wrong from here on is the recovery screen's to say
    await enter.act({ code })
    const restored = await restore.act({})
    if (restored.ok) onRebuilt(restored.value)
    await onClosed()
  }
  return (
    <Dialog
      title={t('setup.fromStick')}
      onClose={() => !isBusy && onClose()}
      actions={
        <Button
          tone="primary"
          shortcut={KEYS.primary}
          isBusy={isBusy}
          disabled={!chosen || code.trim() === ''}
          onClick={() => void bring()}
        >
          {t('recovery.restore')}
        </Button>
      }
    >
      {problem && <ProblemNotice problem={problem} />}
      {isBusy ? <Notice tone="attention" title={t('setup.fromStickBusy')} /> : <p>{t('setup.fromStickTeach')}</p>}
      {found.length === 0 ? (
        <Notice title={t('setup.fromStickPlug')} />
      ) : (
        <Choice
          legend={t('setup.fromStickWhich')}
          inColumn
          value={chosen ? keyOf(chosen) : null}
          onChange={setPicked}
          options={found.map(one => ({
            value: keyOf(one),
            label: t('setup.fromStickOne', { name: one.name, folder: one.folder }),
            more: t('setup.fromStickMade', { when: format.moment(one.madeAt) })
          }))}
        />
      )}
      <TextField
        label={t('setup.fromStickCode')}
        hint={t('recovery.codeHint')}
        value={code}
        maxLength={240}
        onChange={event => setCode(event.currentTarget.value)}
      />
    </Dialog>
  )
}
