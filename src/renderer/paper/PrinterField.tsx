import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { SelectField } from '../ui/SelectField'
import type { PrinterChoice } from './use-printer'

/** Which printer; says what to do when there is none. */
export function PrinterField({ choice }: { choice: PrinterChoice }) {
  const { t } = useTranslation()
  if (choice.isSpoolerDown || choice.printers.length === 0)
    return (
      <Notice
        tone="attention"
        title={t(choice.isSpoolerDown ? 'letters.spoolerDown' : 'letters.noPrinter')}
        actions={
          <Button tone="plain" onClick={() => void choice.look()}>
            {t('letters.lookForPrinters')}
          </Button>
        }
      >
        {t('letters.notPrintedTodo.spooler-down')}
      </Notice>
    )
  return (
    <SelectField
      label={t('letters.printer')}
      options={choice.printers.map(one => ({
        value: one.name,
        label: one.state === 'stopped' ? t('letters.printerStopped', { name: one.name }) : one.name
      }))}
      value={choice.printer}
      onChange={name => name && choice.choose(name)}
    />
  )
}
