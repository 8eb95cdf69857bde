import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drive, PackRead, PackWritten } from '#shared/sync/sync.contract'
import { api } from '../api'
import { usePickedDrive } from '../files/use-drives'
import { KEYS } from '../keys'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { Dialog } from '../ui/Dialog'
import { Facts } from '../ui/Facts'
import { ProblemNotice } from '../ui/Notice'
import { Steps } from '../ui/Steps'
import { useAct } from '../use-call'
import { PacksRead } from './PacksRead'
import styles from './StickDialog.module.css'
import { type StickMoment, StickPicture } from './StickPicture'

const MOMENTS = ['plug', 'choose', 'wait', 'out'] as const

type Result = { kind: 'written'; pack: PackWritten } | { kind: 'read'; packs: PackRead[] }

/** Kirim lewat flashdisk: plug in, choose, wait, take out; nothing closes it while the stick is written or read. */
export function StickDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const write = useAct(api.sync.writePack)
  const read = useAct(api.sync.readPacks)
  const { drives: known, drive, pick } = usePickedDrive()
  const [result, setResult] = useState<Result | null>(null)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const isBusy = write.isBusy || read.isBusy
  const moment = momentOf(isBusy, result !== null, known)

  const save = async () => {
    if (!drive) return
    setProblem(null)
    const answer = await write.act({ drive: drive.path })
    if (answer.ok) setResult({ kind: 'written', pack: answer.value })
    else setProblem(answer.problem)
  }
  const take = async () => {
    if (!drive) return
    setProblem(null)
    const answer = await read.act({ drive: drive.path })
    if (answer.ok) setResult({ kind: 'read', packs: answer.value })
    else setProblem(answer.problem)
  }
  return (
    <Dialog
      title={t('sync.stick')}
      width={760}
      onClose={() => !isBusy && onClose()}
      actions={
        result ? (
          <Button tone="primary" shortcut={KEYS.primary} onClick={onClose}>
            {t('ui.done')}
          </Button>
        ) : (
          <>
            <Button isBusy={isBusy} disabled={!drive} onClick={() => void take()}>
              {t('sync.stickRead')}
            </Button>
            <Button tone="primary" shortcut={KEYS.primary} isBusy={isBusy} disabled={!drive} onClick={() => void save()}>
              {t('sync.stickSave')}
            </Button>
          </>
        )
      }
    >
      <Steps
        steps={MOMENTS.map((key, at) => ({
          key,
          label: t(`sync.stickSteps.${key}`),
          isDone: at < MOMENTS.indexOf(moment),
          isReachable: false
        }))}
        current={moment}
        onGo={() => {}}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className={styles.stage}>
        <StickPicture moment={moment} />
        <div className={styles.words}>
          <Said moment={moment} isReading={read.isBusy} result={result} />
          {moment === 'choose' && <DriveChoice drives={known} chosen={drive?.path ?? null} onChoose={pick} />}
          {result?.kind === 'written' && <Written pack={result.pack} />}
          {result?.kind === 'read' && <PacksRead packs={result.packs} />}
        </div>
      </div>
    </Dialog>
  )
}

function momentOf(isBusy: boolean, isOver: boolean, drives: readonly Drive[]): StickMoment {
  if (isBusy) return 'wait'
  if (isOver) return 'out'
  return drives.length > 0 ? 'choose' : 'plug'
}

type SaidProps = { moment: StickMoment; isReading: boolean; result: Result | null }

/** What to do now; it takes the focus at each new step, because the button that led there may be gone. */
function Said({ moment, isReading, result }: SaidProps) {
  const { t } = useTranslation()
  const title = useRef<HTMLHeadingElement>(null)
  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current && (moment === 'wait' || moment === 'out')) title.current?.focus()
    isFirst.current = false
  }, [moment])
  const [head, teach] = {
    plug: [t('sync.stickPlug'), t('sync.stickPlugTeach')],
    choose: [t('sync.stickChoose'), t('sync.stickTeach')],
    wait: [t(isReading ? 'sync.stickReading' : 'sync.stickWriting'), null],
    out:
      result?.kind === 'read' ? [t('sync.stickReadDone'), t('sync.stickReadTeach')] : [t('sync.stickWritten'), t('sync.stickWrittenTeach')]
  }[moment]
  return (
    <div role="status">
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {head}
      </h3>
      {teach && <p>{teach}</p>}
    </div>
  )
}

type DriveChoiceProps = { drives: readonly Drive[]; chosen: string | null; onChoose: (path: string) => void }

function DriveChoice({ drives, chosen, onChoose }: DriveChoiceProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Choice
      legend={t('sync.stickDrives')}
      inColumn
      value={chosen}
      onChange={onChoose}
      options={drives.map(drive => ({
        value: drive.path,
        label: drive.name,
        more: t('sync.stickFree', { path: drive.path, size: format.size(drive.freeBytes) })
      }))}
    />
  )
}

function Written({ pack }: { pack: PackWritten }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Facts
      facts={[
        [t('sync.stickFile'), pack.file],
        [t('sync.stickChanges'), format.number(pack.changes)],
        [t('sync.stickSize'), format.size(pack.bytes)]
      ]}
    />
  )
}
