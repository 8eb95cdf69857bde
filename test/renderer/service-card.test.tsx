import { screen } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import { Service, type ServiceWithDocuments } from '#shared/directory/directory'
import { ServiceCard } from '../../src/renderer/directory/ServiceCard'
import { showAtDesk } from './at-desk'
import { putDesk } from './fake-desk'

afterEach(() => i18next.changeLanguage('id'))

/** A service as a district may have written it before there was any English in its set. */
const WITHOUT_ENGLISH = {
  ...{ code: 'house-repair', nameId: 'Bedah rumah', nameEn: 'House repair', description: 'Mengusulkan perbaikan rumah.', program: null },
  ...{ sector: 'housing', organizationKind: 'dinas-sosial', referToKind: null, letterType: null },
  ...{ applicationProcess: 'Bawa berkas.', feesDescription: 'Tidak dipungut biaya', eligibilityDescription: 'Warga miskin.' },
  ...{ timeLimit: 5, timeLimitUnit: 'working-days', timeLimitSource: 'Standar kantor', status: 'active', assuredDate: '2026-11-21' }
}
const serviceOf = (more: object): ServiceWithDocuments => ({
  ...Service.parse({ ...WITHOUT_ENGLISH, ...more }),
  documents: [],
  schedules: []
})

it('says what a service is in the language of the screen, and in Indonesian what is known in that alone', async () => {
  putDesk({})
  await i18next.changeLanguage('en')
  await showAtDesk(<ServiceCard service={serviceOf({ descriptionEn: 'Proposes repairs.', feesDescriptionEn: 'Free of charge' })} />)
  expect(screen.getByText('Proposes repairs.')).toBeTruthy()
  expect(screen.getByText('Free of charge')).toBeTruthy()
  expect(screen.getByText('Warga miskin.')).toBeTruthy()
})

it('keeps to Indonesian on an Indonesian screen', async () => {
  putDesk({})
  await showAtDesk(<ServiceCard service={serviceOf({ descriptionEn: 'Proposes repairs.' })} />)
  expect(screen.getByText('Mengusulkan perbaikan rumah.')).toBeTruthy()
})
