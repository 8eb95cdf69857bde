import { useTranslation } from 'react-i18next'
import type { KkBlock } from '#shared/residents/kk'
import { TextField } from '../ui/Field'

type KkFieldProps = { value: string; block: KkBlock | undefined; onType: (typed: string) => void }

/** The number of a family card, on which the work of a dialog begins. */
export function KkField({ value, block, onType }: KkFieldProps) {
  const { t } = useTranslation()
  return (
    <TextField
      label={t('residents.kk')}
      isDigits
      inputMode="numeric"
      maxLength={40}
      autoFocus
      value={value}
      onChange={event => onType(event.currentTarget.value)}
      hint={t('residents.kkWhere')}
      error={block ? t(`codes.kkBlock.${block}`) : undefined}
    />
  )
}
