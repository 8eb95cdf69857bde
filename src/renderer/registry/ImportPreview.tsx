import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { formatDateShort, parseTypedDate } from '#shared/local-date-input'
import { REGISTRY_SOURCES, RegistryPeriod, type RegistrySource } from '#shared/registry/edition'
import type { ListLook, StartOrder } from '#shared/registry/extracts.contract'
import { api } from '../api'
import { AreaPicker } from '../areas/AreaPicker'
import { KEYS } from '../keys'
import { useSession } from '../session'
import type { DeskProblem } from '../text/problem'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Choice } from '../ui/Choice'
import { DateField } from '../ui/DateField'
import { Checkbox, TextField } from '../ui/Field'
import { Notice, ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { useAct, useCall } from '../use-call'
import { ColumnFields } from './ColumnFields'
import { meaningsOf, missingOf, saidOf } from './column-choice'
import styles from './ExtractsScreen.module.css'

type ImportPreviewProps = {
  file: FileAt
  /** What was said of it before, when an import of it was refused. */
  before: StartOrder | null
  onStarted: () => void
  onBack: () => void
  onOther: () => void
  /** What lies above it. */
  children: ReactNode
}

/** A list before it is imported: what it is of, and which column holds what. */
export function ImportPreview({ file, before, onStarted, onBack, onOther, children }: ImportPreviewProps) {
  const { t } = useTranslation()
  const look = useCall(api.extracts.look, { file }, { isAskedAnew: true })
  const stop = useAct(api.extracts.cancel)
  const leave = () => {
    // a large workbook is read for minutes
    if (!look.problem) void stop.act({})
    onBack()
  }
  return (
    <>
      {!look.value && (
        <Screen title={t('extracts.preview')} onBack={leave}>
          {look.problem ? (
            <ProblemNotice problem={look.problem} actions={<Button onClick={onOther}>{t('extracts.back')}</Button>} />
          ) : (
            <p role="status">{t('extracts.looking')}</p>
          )}
        </Screen>
      )}
      {look.value && <PreviewForm file={file} before={before} look={look.value} onStarted={onStarted} onBack={onBack} />}
      {children}
    </>
  )
}

/** The period that a file's name speaks of; a wrong guess is worse than none, so nothing else is guessed. */
function periodIn(name: string): string {
  const [, year, quarter] = /(20\d\d)[-_ ]?(?:T|TW|Q)[-_ ]?([1-4])(?!\d)/i.exec(name) ?? []
  return year && quarter ? `${year}-T${quarter}` : ''
}

function PreviewForm({ file, before, look, onStarted, onBack }: Omit<ImportPreviewProps, 'onOther' | 'children'> & { look: ListLook }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { today } = useSession()
  const start = useAct(api.extracts.start)
  const [source, setSource] = useState<RegistrySource>(before?.source ?? 'DTSEN')
  const [period, setPeriod] = useState(before?.period ?? periodIn(look.name))
  const [village, setVillage] = useState(before?.villageCode ?? '')
  const [takenOn, setTakenOn] = useState(before?.takenOn ? formatDateShort(before.takenOn) : '')
  const [isForced, setForced] = useState(false)
  const [meanings, setMeanings] = useState(() => meaningsOf(look, before?.columns))
  const [isKkFromAbove, setKkFromAbove] = useState(before?.kkFromAbove ?? look.kkFromAbove)
  const [problem, setProblem] = useState<DeskProblem | null>(null)
  const day = takenOn.trim() === '' ? null : parseTypedDate(takenOn, today, { past: true })
  const isPeriod = RegistryPeriod.safeParse(period).success
  const missing = missingOf(meanings, source)
  const mayStandAbove = source === 'village-list' && look.gapped.includes(meanings.indexOf('kk'))
  const lacking = [
    isPeriod ? [] : t('registry.period'),
    source === 'village-list' && village === '' ? t('extracts.village') : [],
    day === null || day.ok ? [] : t('extracts.takenOnLabel')
  ].flat()

  const go = async () => {
    const answer = await start.act({
      file,
      source,
      period,
      takenOn: day?.ok ? day.value : null,
      villageCode: source === 'village-list' ? village : null,
      columns: saidOf(look, meanings),
      kkFromAbove: mayStandAbove && isKkFromAbove,
      isForced
    })
    if (answer.ok) onStarted()
    else setProblem(answer.problem)
  }
  return (
    <Screen
      title={t('extracts.preview')}
      lead={`${look.name}, ${format.size(look.bytes)}. ${t('extracts.headerRow', { n: format.number(look.headerRow) })}.`}
      onBack={onBack}
      actions={
        <Button
          tone="primary"
          shortcut={KEYS.primary}
          isBusy={start.isBusy}
          disabled={lacking.length > 0 || missing.length > 0}
          onClick={() => void go()}
        >
          {t('extracts.start')}
        </Button>
      }
    >
      <div className={styles.columns}>
        <Card title={t('extracts.list')} isFilling>
          <div className={styles.form}>
            {problem && <ProblemNotice problem={problem} />}
            {lacking.length > 0 && (
              <p role="status" className={styles.soft}>
                {t('extracts.lacking', { fields: lacking.join(', ') })}
              </p>
            )}
            <Choice
              legend={t('extracts.source')}
              value={source}
              onChange={setSource}
              options={REGISTRY_SOURCES.map(code => ({ value: code, label: t(`registry.source.${code}`) }))}
            />
            <TextField
              label={t('registry.period')}
              hint={t('registry.periodHint')}
              error={period !== '' && !isPeriod ? t('registry.periodWrong') : undefined}
              autoFocus
              maxLength={10}
              value={period}
              onChange={event => setPeriod(event.currentTarget.value.trim().toUpperCase())}
            />
            {source === 'village-list' && <AreaPicker label={t('extracts.village')} value={village} onChange={setVillage} />}
            <DateField label={t('extracts.takenOnLabel')} value={takenOn} onChange={setTakenOn} isPast isOptional />
            <Checkbox label={t('extracts.forceLabel')} checked={isForced} onChange={event => setForced(event.currentTarget.checked)} />
          </div>
        </Card>
        <Card title={t('extracts.columns')} isFilling>
          <div className={styles.form}>
            {look.isRounded && (
              <Notice tone="attention" title={t('extracts.rounded')}>
                <p>{t('extracts.roundedTeach')}</p>
              </Notice>
            )}
            {missing.length > 0 && (
              <Notice
                tone="attention"
                title={t('extracts.missing', { columns: missing.map(column => t(`extracts.column.${column}`)).join(', ') })}
              />
            )}
            <p className={styles.soft}>{t(look.isRemembered ? 'extracts.remembered' : 'extracts.previewTeach')}</p>
            {mayStandAbove && (
              <Checkbox
                label={t('extracts.kkFromAbove')}
                checked={isKkFromAbove}
                onChange={event => setKkFromAbove(event.currentTarget.checked)}
              />
            )}
            <ColumnFields look={look} meanings={meanings} onChange={setMeanings} />
          </div>
        </Card>
      </div>
    </Screen>
  )
}
