import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SECTORS, type SectorCode } from '#shared/directory/directory'
import { api } from '../api'
import { KEYS } from '../keys'
import { PaperDialog } from '../paper/PaperDialog'
import { useMay } from '../session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/EmptyState'
import { TextField } from '../ui/Field'
import { List } from '../ui/List'
import { ProblemNotice } from '../ui/Notice'
import { Screen } from '../ui/Screen'
import { ScrollArea } from '../ui/ScrollArea'
import { SelectField } from '../ui/SelectField'
import { useCall } from '../use-call'
import styles from './DirectoryScreen.module.css'
import { ServiceCard } from './ServiceCard'
import { termName } from './term-name'

/** What the office can arrange, which papers it takes and how long; printable for the resident. */
export function DirectoryScreen() {
  const { t, i18n } = useTranslation()
  const may = useMay()
  const [text, setText] = useState('')
  const [sector, setSector] = useState<SectorCode | null>(null)
  const [code, setCode] = useState<string | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const services = useCall(api.directory.services, { ...(text.trim() ? { text: text.trim() } : {}), ...(sector ? { sector } : {}) })
  const service = useCall(api.directory.service, { code: code ?? '' }, { enabled: code !== null })
  const chosen = code !== null && service.value?.code === code ? service.value : null
  const found = services.value ?? []
  return (
    <Screen
      title={t('directory.title')}
      lead={t('directory.lead')}
      actions={
        may(api.letters.printPaper) && (
          <Button tone="primary" shortcut={KEYS.print} disabled={!chosen} onClick={() => setPrinting(true)}>
            {t('directory.print')}
          </Button>
        )
      }
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <TextField label={t('directory.filter')} value={text} maxLength={100} autoFocus onChange={event => setText(event.target.value)} />
          <SelectField
            label={t('directory.sector')}
            placeholder={t('directory.allSectors')}
            options={SECTORS.map(value => ({ value, label: t(`codes.sector.${value}`) }))}
            value={sector}
            onChange={setSector}
            isOptional
          />
          <p className={styles.found} role="status">
            {t('directory.found', { count: found.length })}
          </p>
          {services.problem && <ProblemNotice problem={services.problem} />}
          <ScrollArea label={t('directory.title')}>
            {services.value && found.length === 0 && <EmptyState title={t('directory.none')}>{t('directory.noneTeach')}</EmptyState>}
            <List label={t('directory.title')} items={found} keyOf={one => one.code} current={code} onOpen={one => setCode(one.code)}>
              {one => (
                <>
                  <span className={styles.name}>{termName(one, i18n.language)}</span>
                  <span className={styles.small}>
                    {t(`codes.sector.${one.sector}`)} · {t(`directory.timeLimitIs.${one.timeLimitUnit}`, { count: one.timeLimit })}
                  </span>
                </>
              )}
            </List>
          </ScrollArea>
        </div>
        {chosen ? (
          <ServiceCard service={chosen} />
        ) : (
          <Card isFilling>
            <EmptyState icon={<IconListDetails aria-hidden="true" />} title={t('directory.pick')}>
              {t('directory.pickTeach')}
            </EmptyState>
          </Card>
        )}
      </div>
      {isPrinting && chosen && <PaperDialog paper={{ kind: 'information', serviceCode: chosen.code }} onClose={() => setPrinting(false)} />}
    </Screen>
  )
}
