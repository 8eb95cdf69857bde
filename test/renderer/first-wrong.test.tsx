// A small form that cannot be saved puts the cursor where something is missing.
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, onTestFinished } from 'vitest'
import { HolidaySettings } from '../../src/renderer/directory/HolidaySettings'
import { OrganizationSettings } from '../../src/renderer/directory/OrganizationSettings'
import { OfficeSettingsForm } from '../../src/renderer/office/OfficeSettingsForm'
import { OfficerSettings } from '../../src/renderer/officers/OfficerSettings'
import { MeetingDialog } from '../../src/renderer/registry/MeetingDialog'
import { RegistryCheckDialog } from '../../src/renderer/registry/RegistryCheckDialog'
import { TicketDialog } from '../../src/renderer/visits/TicketDialog'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

const user = userEvent.setup()
const nothing = () => undefined
const save = () => user.keyboard('{Control>}{Enter}{/Control}')
const focused = () => document.activeElement

it('of a priority ticket without a group to the first group', async () => {
  putDesk({})
  await showAtDesk(<TicketDialog reopens={false} onClose={nothing} />)
  await user.click(await screen.findByRole('radio', { name: /^Prioritas/ }))
  await save()
  const groups = await screen.findByRole('group', { name: 'Kelompok prioritas' })
  await waitFor(() => expect(focused()).toBe(within(groups).getAllByRole('radio')[0]))
})

it('of an officer without a role to the first role, and without a name to the name', async () => {
  putDesk({ officers: { all: async () => ({ ok: true, value: [] }) } })
  await showAtDesk(<OfficerSettings />, ['administrator'])
  await user.keyboard('{F6}')
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /^Nama/ }), 'Contoh Budi')
  await user.type(dialog.getByLabelText(/^PIN enam angka$|^PIN$/), '102938')
  await user.type(dialog.getByLabelText(/ulang|lagi|sekali/i), '102938')
  await user.click(dialog.getByRole('checkbox', { checked: true }))
  await save()
  await waitFor(() => expect(focused()).toBe(dialog.getAllByRole('checkbox')[0]))
})

it('of an agency without a kind to its kind', async () => {
  putDesk({
    organizations: { list: async () => ({ ok: true, value: [] }) },
    directory: { organizationKinds: async () => ({ ok: true, value: [] }) }
  })
  await showAtDesk(<OrganizationSettings />, ['administrator'])
  await user.keyboard('{F6}')
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: /^Nama/ }), 'BAZNAS Contoh')
  await save()
  await waitFor(() => expect(focused()).toBe(dialog.getByRole('combobox', { name: /^Jenis/ })))
})

it('of a holiday without a day or a name to the day', async () => {
  putDesk({ office: { holidays: async () => ({ ok: true, value: [] }) } })
  await showAtDesk(<HolidaySettings />, ['administrator'])
  await user.keyboard('{F6}')
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('radio', { name: /masuk|kerja/i }))
  await save()
  await waitFor(() => expect(focused()).toBe(dialog.getAllByRole('textbox')[0]))
})

it('of a village meeting without a day to the day, and says that it is missing', async () => {
  putDesk({})
  await showAtDesk(<MeetingDialog villageCode="33.24.01.2001" areaLine="Desa Contoh" onClose={nothing} />)
  await save()
  const day = within(await screen.findByRole('dialog')).getByRole('textbox')
  await waitFor(() => expect(day.getAttribute('aria-invalid')).toBe('true'))
  expect(focused()).toBe(day)
})

it('of the office’s settings to the first field that is empty', async () => {
  putDesk({})
  await showAtDesk(<OfficeSettingsForm part="letterhead" />, ['administrator'])
  const address = await screen.findByRole('textbox', { name: /^Alamat/ })
  await user.clear(address)
  await user.click(screen.getByRole('radio', { name: /A4/ }))
  await save()
  await waitFor(() => expect(focused()).toBe(address))
})

it('of a form that is refused as a whole to why, which may stand out of sight above its last field', async () => {
  const shown: (string | null)[] = []
  const before = Element.prototype.scrollIntoView
  Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.getAttribute('role'))
  }
  onTestFinished(() => {
    Element.prototype.scrollIntoView = before
  })
  putDesk({ registry: { recordCheck: async () => ({ ok: false, problem: { kind: 'not-found' } }) } })
  await showAtDesk(<RegistryCheckDialog residentId="00000000-0000-7000-8000-000000000001" visitId={null} onClose={nothing} />)
  await screen.findByRole('dialog')
  await save()
  await screen.findByRole('alert')
  await waitFor(() => expect(shown).toEqual(['alert']))
})
