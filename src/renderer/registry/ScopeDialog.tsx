import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServedVillage } from '#shared/registry/extracts.contract'
import { api } from '../api'
import { AreaPicker } from '../areas/AreaPicker'
import { AreaWords } from '../areas/AreaWords'
import { Button } from '../ui/Button'
import { Choice } from '../ui/Choice'
import { FormDialog } from '../ui/Dialog'
import { useNotify } from '../ui/notify'
import { useAct } from '../use-call'
import styles from './ExtractsScreen.module.css'

type ScopeDialogProps = { served: ServedVillage[] | null; onClose: () => void }

/** The choice of whole district or villages; at least one village, or nothing can be chosen. */
export function ScopeDialog({ served, onClose }: ScopeDialogProps) {
  const { t } = useTranslation()
  const notify = useNotify()
  const serve = useAct(api.extracts.serve)
  const [kind, setKind] = useState<'whole' | 'villages'>(served ? 'villages' : 'whole')
  const [codes, setCodes] = useState<string[]>(served?.map(({ code }) => code) ?? [])
  const list = useRef<HTMLUListElement>(null)
  const villages = kind === 'whole' ? null : codes
  const remove = (code: string) => {
    setCodes(codes.filter(one => one !== code))
    list.current?.focus()
  }
  const go = async () => {
    const answer = await serve.act({ villages })
    if (!answer.ok) return notify.problem(answer.problem)
    notify.done(t('extracts.scope.saved'))
    onClose()
  }
  return (
    <FormDialog
      title={t('extracts.scope.title')}
      deed={t('extracts.scope.save')}
      isBusy={serve.isBusy}
      isAllowed={villages === null || villages.length > 0}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <div className={styles.form}>
        <Choice
          legend={t('extracts.scope.legend')}
          options={(['whole', 'villages'] as const).map(value => ({
            value,
            label: t(`extracts.scope.choice.${value}`),
            more: t(`extracts.scope.choiceMore.${value}`)
          }))}
          value={kind}
          onChange={setKind}
          inColumn
        />
        {kind === 'villages' && (
          <>
            <ul ref={list} tabIndex={-1} className={styles.villages} aria-label={t('extracts.scope.chosen')}>
              {codes.map(code => (
                <li key={code}>
                  <AreaWords code={code} />
                  <Button tone="plain" onClick={() => remove(code)}>
                    {t('extracts.scope.remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <AreaPicker
              label={t('extracts.scope.add')}
              value=""
              onChange={code => code && !codes.includes(code) && setCodes([...codes, code])}
              hint={t('extracts.scope.addHint')}
            />
          </>
        )}
      </div>
    </FormDialog>
  )
}
