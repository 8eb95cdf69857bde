import type { ProgramRule, Schedule } from '#shared/directory/directory'

/** Decile ceilings as quoted in public; they change by decree, so each has its days. */
export const programRules: ProgramRule[] = [
  {
    program: 'PKH',
    purpose: 'enrolment',
    maxDecile: 4,
    validFrom: '2025-06-01',
    validTo: null,
    source: 'Dikutip pemerintah desa, Juni 2025'
  },
  {
    program: 'Sembako',
    purpose: 'enrolment',
    maxDecile: 5,
    validFrom: '2025-06-01',
    validTo: null,
    source: 'Dikutip pemerintah desa, Juni 2025'
  },
  {
    program: 'PBI-JK',
    purpose: 'enrolment',
    maxDecile: 5,
    validFrom: '2025-06-01',
    validTo: '2026-01-31',
    source: 'Dikutip pemerintah desa, Juni 2025'
  },
  {
    program: 'PBI-JK',
    purpose: 'enrolment',
    maxDecile: 5,
    validFrom: '2026-02-01',
    validTo: null,
    source: 'Keputusan Menteri Sosial 3/2026'
  }
]

/** Days of the month that decide whether a proposal waits another month. */
export const schedules: Schedule[] = [
  {
    code: 'dtsen-cut-off',
    serviceCode: 'dtsen-update',
    nameId: 'Batas pemutakhiran DTSEN',
    nameEn: 'DTSEN update cut-off',
    freq: 'MONTHLY',
    bymonthday: 17,
    description: 'Perubahan sesudah tanggal 17 masuk penarikan data bulan berikutnya (data ditarik tanggal 18).',
    descriptionEn: 'Changes after the 17th count in the following month (the data are drawn on the 18th).'
  },
  ...['social-aid-proposal', 'pbi-jk-proposal'].map(
    (serviceCode): Schedule => ({
      code: `${serviceCode}-opens`,
      serviceCode,
      nameId: 'Pengusulan dibuka',
      nameEn: 'Proposals open',
      freq: 'MONTHLY',
      bymonthday: 1,
      description: 'Usulan bantuan dibuka pada awal bulan; hari penutupannya diumumkan Kementerian Sosial.',
      descriptionEn: 'Proposals open at the beginning of the month; the ministry announces the day they close.'
    })
  )
]
