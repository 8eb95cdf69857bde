import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BackupSettings } from '../backups/BackupSettings'
import { HolidaySettings } from '../directory/HolidaySettings'
import { OrganizationSettings } from '../directory/OrganizationSettings'
import { BookSettings } from '../letters/BookSettings'
import { OfficeSettingsForm } from '../office/OfficeSettingsForm'
import { SignerSettings } from '../office/SignerSettings'
import { OfficerSettings } from '../officers/OfficerSettings'
import { Screen } from '../ui/Screen'
import { Tabs } from '../ui/Tabs'

const PARTS = ['office', 'letterhead', 'numbers', 'officers', 'signers', 'organizations', 'holidays', 'books', 'backups'] as const
type Part = (typeof PARTS)[number]

/** Everything an administrator sets for the office. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const [part, setPart] = useState<Part>('office')
  return (
    <Screen title={t('settings.title')} lead={t('settings.lead')}>
      <Tabs label={t('settings.tabs')} tabs={PARTS.map(key => ({ key, label: t(`settings.${key}`) }))} current={part} onChange={setPart}>
        {(part === 'office' || part === 'letterhead' || part === 'numbers') && <OfficeSettingsForm key={part} part={part} />}
        {part === 'officers' && <OfficerSettings />}
        {part === 'signers' && <SignerSettings />}
        {part === 'organizations' && <OrganizationSettings />}
        {part === 'holidays' && <HolidaySettings />}
        {part === 'books' && <BookSettings />}
        {part === 'backups' && <BackupSettings />}
      </Tabs>
    </Screen>
  )
}
