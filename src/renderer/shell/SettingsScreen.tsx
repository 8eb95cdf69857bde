import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../api'
import { BackupSettings } from '../backups/BackupSettings'
import { HolidaySettings } from '../directory/HolidaySettings'
import { OrganizationSettings } from '../directory/OrganizationSettings'
import { DeviceSettings } from '../erasure/DeviceSettings'
import { BookSettings } from '../letters/BookSettings'
import { OfficeSettingsForm } from '../office/OfficeSettingsForm'
import { SignerSettings } from '../office/SignerSettings'
import { OfficerSettings } from '../officers/OfficerSettings'
import { useMay } from '../session'
import { Screen } from '../ui/Screen'
import { Tabs } from '../ui/Tabs'
import { ProgramSettings } from '../updates/ProgramSettings'

/** The parts and the call each lives by. */
const PARTS = {
  office: api.office.change,
  letterhead: api.office.change,
  numbers: api.office.change,
  officers: api.officers.resetPin,
  signers: api.office.addSigner,
  organizations: api.organizations.add,
  holidays: api.office.setHoliday,
  books: api.office.change,
  backups: api.office.change,
  program: api.updates.install,
  device: api.erasure.erase
} as const
type Part = keyof typeof PARTS

/** What is set for the office, as far as one's roles reach. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const parts = (Object.keys(PARTS) as Part[]).filter(key => may(PARTS[key]))
  const [part, setPart] = useState<Part>(parts[0] ?? 'officers')
  return (
    <Screen title={t('settings.title')} lead={t('settings.lead')}>
      <Tabs label={t('settings.tabs')} tabs={parts.map(key => ({ key, label: t(`settings.${key}`) }))} current={part} onChange={setPart}>
        {(part === 'office' || part === 'letterhead' || part === 'numbers') && <OfficeSettingsForm key={part} part={part} />}
        {part === 'officers' && <OfficerSettings />}
        {part === 'signers' && <SignerSettings />}
        {part === 'organizations' && <OrganizationSettings />}
        {part === 'holidays' && <HolidaySettings />}
        {part === 'books' && <BookSettings />}
        {part === 'backups' && <BackupSettings />}
        {part === 'program' && <ProgramSettings />}
        {part === 'device' && <DeviceSettings />}
      </Tabs>
    </Screen>
  )
}
