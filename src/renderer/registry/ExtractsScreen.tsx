import { IconDatabaseImport, IconDatabaseOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileAt } from '#shared/files/files.contract'
import { searchedByName } from '#shared/registry/edition'
import type { ExtractCard, HeldExtracts, StartOrder } from '#shared/registry/extracts.contract'
import { api } from '../api'
import { FileDialog } from '../files/FileDialog'
import { KEYS } from '../keys'
import { useMay } from '../session'
import { useFormat } from '../text/use-format'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/Dialog'
import { EmptyState } from '../ui/EmptyState'
import { Notice, ProblemNotice } from '../ui/Notice'
import { useNotify } from '../ui/notify'
import { Screen } from '../ui/Screen'
import { useAct, useCall } from '../use-call'
import { EditionCard } from './EditionCard'
import styles from './ExtractsScreen.module.css'
import { ImportPreview } from './ImportPreview'
import { ImportStateCard } from './ImportStateCard'
import { ScopeCard } from './ScopeCard'

/** How often a running import is asked how far it is, and the district's file how much of it has come. */
const STEP_MS = 400
const COMING_MS = 3000

/** Data terpadu: which copies of the social registry this desk holds, and the way of a new one into service. */
export function ExtractsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const mayImport = may(api.extracts.start)
  const held = useCall(api.extracts.held, {}, { everyMs: latest => (latest?.incoming ? COMING_MS : 0) })
  const progress = useCall(api.extracts.progress, {}, { enabled: mayImport, everyMs: latest => (latest?.kind === 'running' ? STEP_MS : 0) })
  const [isChoosing, setChoosing] = useState(false)
  const [form, setForm] = useState<{ file: FileAt; before: StartOrder | null } | null>(null)
  const state = progress.value ?? { kind: 'idle' as const }
  const choose = (chosen: FileAt) => {
    setChoosing(false)
    setForm({ file: chosen, before: null })
  }
  if (form && state.kind !== 'running') {
    const { file, before } = form
    return (
      <ImportPreview
        key={`${file.place} ${file.path.join('/')}`}
        file={file}
        before={before}
        onStarted={() => setForm(null)}
        onBack={() => setForm(null)}
        onOther={() => setChoosing(true)}
      >
        {isChoosing && <FileDialog title={t('extracts.choose')} onChoose={choose} onClose={() => setChoosing(false)} />}
      </ImportPreview>
    )
  }
  return (
    <Screen
      title={t('extracts.title')}
      lead={t('extracts.lead')}
      isScrolling
      actions={
        mayImport && (
          <Button tone="primary" shortcut={KEYS.add} disabled={state.kind === 'running'} onClick={() => setChoosing(true)}>
            <IconDatabaseImport aria-hidden="true" />
            {t('extracts.import')}
          </Button>
        )
      }
    >
      <div className={styles.stack}>
        {state.kind !== 'idle' && (
          <ImportStateCard state={state} onOther={() => setChoosing(true)} onAgain={before => setForm({ file: before.file, before })} />
        )}
        {held.problem && <ProblemNotice problem={held.problem} />}
        {held.value && <Held held={held.value} mayImport={mayImport} />}
      </div>
      {isChoosing && <FileDialog title={t('extracts.choose')} onChoose={choose} onClose={() => setChoosing(false)} />}
    </Screen>
  )
}

function Held({ held, mayImport }: { held: HeldExtracts; mayImport: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [discarding, setDiscarding] = useState<ExtractCard | null>(null)
  const may = useMay()
  const { editions, incoming, served, servedBy } = held
  const searched = searchedByName(editions.filter(({ facts }) => facts !== null))
  return (
    <>
      {incoming && (
        <Notice
          title={t('extracts.incoming', { label: incoming.label, have: format.size(incoming.have), size: format.size(incoming.size) })}
        >
          {incoming.how !== 'whole' && t(`extracts.incomingHow.${incoming.how}`)}
        </Notice>
      )}
      {editions.length === 0 && (
        <EmptyState icon={<IconDatabaseOff aria-hidden="true" />} title={t('extracts.none')}>
          {t(mayImport ? 'extracts.noneTeach' : 'extracts.noneMay')}
        </EmptyState>
      )}
      {editions.map(edition => (
        <EditionCard
          key={edition.n}
          edition={edition}
          isInUse={searched.includes(edition)}
          onDiscard={mayImport ? setDiscarding : undefined}
        />
      ))}
      {(served || servedBy || may(api.extracts.serve)) && <ScopeCard served={served} servedBy={servedBy} />}
      {discarding && <DiscardDialog edition={discarding} onClose={() => setDiscarding(null)} />}
    </>
  )
}

function DiscardDialog({ edition, onClose }: { edition: ExtractCard; onClose: () => void }) {
  const { t } = useTranslation()
  const notify = useNotify()
  const discard = useAct(api.extracts.discard)
  const what = `${t(`registry.source.${edition.source}`)} ${edition.period}`
  const go = async () => {
    const answer = await discard.act({ n: edition.n })
    if (answer.ok) notify.done(t('extracts.discarded', { what }))
    else notify.problem(answer.problem)
    onClose()
  }
  return (
    <FormDialog
      title={t('extracts.discardTitle', { what })}
      deed={t('extracts.discard')}
      isDanger
      isBusy={discard.isBusy}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <p>{t('extracts.discardTeach')}</p>
    </FormDialog>
  )
}
