import type { PublicHoliday } from '#shared/directory/directory'

const holiday =
  (kind: PublicHoliday['kind'], certainty: PublicHoliday['certainty']) =>
  (day: string, nameId: string, nameEn: string): PublicHoliday => ({ day, nameId, nameEn, kind, certainty })

const national = holiday('national', 'decreed')
const leave = holiday('collective-leave', 'decreed')
const expected = holiday('national', 'provisional')

/** Joint decree of three ministers 1497/2025, 2/2025 and 5/2025 of 19 September 2025: 17 national holidays, 8 days of collective leave. */
const HOLIDAYS_2026 = [
  national('2026-01-01', 'Tahun Baru 2026 Masehi', "New Year's Day"),
  national('2026-01-16', 'Isra Mikraj Nabi Muhammad saw.', 'Ascension of the Prophet Muhammad'),
  leave('2026-02-16', 'Cuti bersama Tahun Baru Imlek', 'Collective leave, Lunar New Year'),
  national('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
  leave('2026-03-18', 'Cuti bersama Nyepi', 'Collective leave, Nyepi'),
  national('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'Day of Silence (Nyepi)'),
  leave('2026-03-20', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'),
  national('2026-03-21', 'Idulfitri 1447 Hijriah', 'Eid al-Fitr, first day'),
  national('2026-03-22', 'Idulfitri 1447 Hijriah (hari kedua)', 'Eid al-Fitr, second day'),
  leave('2026-03-23', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'),
  leave('2026-03-24', 'Cuti bersama Idulfitri', 'Collective leave, Eid al-Fitr'),
  national('2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'),
  national('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
  national('2026-05-01', 'Hari Buruh Internasional', 'Labour Day'),
  national('2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension Day'),
  leave('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus', 'Collective leave, Ascension Day'),
  national('2026-05-27', 'Iduladha 1447 Hijriah', 'Eid al-Adha'),
  leave('2026-05-28', 'Cuti bersama Iduladha', 'Collective leave, Eid al-Adha'),
  national('2026-05-31', 'Hari Raya Waisak 2570 BE', 'Vesak Day'),
  national('2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
  national('2026-06-16', '1 Muharam, Tahun Baru Islam 1448 Hijriah', 'Islamic New Year'),
  national('2026-08-17', 'Proklamasi Kemerdekaan', 'Independence Day'),
  national('2026-08-25', 'Maulid Nabi Muhammad saw.', 'Birthday of the Prophet Muhammad'),
  leave('2026-12-24', 'Cuti bersama Natal', 'Collective leave, Christmas'),
  national('2026-12-25', 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day')
]

/** Only the days that never move; the office adds the rest when the decree for 2027 is out. */
const HOLIDAYS_2027 = [
  expected('2027-01-01', 'Tahun Baru 2027 Masehi', "New Year's Day"),
  expected('2027-05-01', 'Hari Buruh Internasional', 'Labour Day'),
  expected('2027-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
  expected('2027-08-17', 'Proklamasi Kemerdekaan', 'Independence Day'),
  expected('2027-12-25', 'Kelahiran Yesus Kristus (Natal)', 'Christmas Day')
]

export const holidays: PublicHoliday[] = [...HOLIDAYS_2026, ...HOLIDAYS_2027]
