import { expect, it } from 'vitest'
import { importing } from './importing'

const nik = (n: number): string => `33241457089${String(n).padStart(5, '0')}`

/** What is read of rows that an office typed by hand, each with a NIK and a name of its own before its cells. */
async function read(header: string, ...rows: string[]) {
  const at = importing()
  const list = [`NIK;NAMA;${header}`, ...rows.map((cells, n) => `${nik(n + 1)};SITI AMINAH;${cells}`)].join('\n')
  const report = await at.run(`${list}\n`, { source: 'village-list' })
  return { report, people: at.people().sort((a, b) => (a.nik ?? '').localeCompare(b.nik ?? '')) }
}

it.each(['STATUS', 'STATUS PERKAWINAN', 'Status Kawin', 'STATUS RUMAH'])(
  'calls nobody dead who is a widow or a widower under the heading %s',
  async heading => {
    const { people } = await read(`${heading};TGL LAHIR`, 'CERAI MATI;17/08/1950', 'CERAI HIDUP;17/08/1960', 'KAWIN;17/08/1970')
    expect(people.map(one => one.lifeStatus)).toEqual([null, null, null])
  }
)

it.each(['STATUS BPJS', 'STATUS PEKERJAAN', 'Status Rekening'])(
  'does not take a person for struck off under the heading %s',
  async heading => {
    const { people } = await read(`${heading};TGL LAHIR`, 'TIDAK AKTIF;17/08/1950', 'AKTIF;17/08/1960')
    expect(people.map(one => one.lifeStatus)).toEqual([null, null])
  }
)

it('takes who has no decile over, however the list says so', async () => {
  const { report, people } = await read('DESIL', 'Tidak terdaftar', 'Belum ada desil', 'Non DTSEN', 'tdk ada', '4')
  expect(people.map(one => one.decile)).toEqual([null, null, null, null, 4])
  expect(report).toMatchObject({ kept: 5 })
})

it('reads what became of a person under a heading that says only status', async () => {
  const { people } = await read('STATUS;TGL LAHIR', 'MENINGGAL;17/08/1950', 'Pindah;17/08/1960', 'Aktif;17/08/1970')
  expect(people.map(one => one.lifeStatus)).toEqual(['dead', 'moved', 'active'])
})

it('takes a year alone for no day, though a spreadsheet counts its days in such numbers', async () => {
  const { report, people } = await read('TGL LAHIR', '1965', '29465', '2010')
  expect(people.map(({ birthDate, birthText }) => [birthDate, birthText])).toEqual([
    [null, '1965'],
    ['1980-09-01', null],
    [null, '2010']
  ])
  expect(report.remarks).toMatchObject({ 'birth-date-unreadable': 2 })
})

it('reads a day with spaces around its signs, and with a time of the twelve-hour clock', async () => {
  const { people } = await read('TGL LAHIR', '17 - 08 - 1990', '17/ 08/1990', '17/08/1990 12:00:00 AM')
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17', '1990-08-17', '1990-08-17'])
})

it('reads a list that writes the month first in that order, also where the day could be the month', async () => {
  const { people } = await read('TGL LAHIR', '8/17/1990', '8/7/1991', '12/31/1950', '1/2/1960')
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17', '1991-08-07', '1950-12-31', '1960-01-02'])
})

it('keeps the day first where one slip in a list puts it second', async () => {
  const { people } = await read('TGL LAHIR', '17/8/1990', '8/7/1991', '12/31/1950', '30/2/1960')
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17', '1991-07-08', '1950-12-31', null])
})

it('reads a year of two digits where it can mean one century only, and says so where it can mean two', async () => {
  const { report, people } = await read('TGL LAHIR', '17-08-90', '17 Agu 45', '17/08/10', '17/08/24', '31.12.26', '01-02-03')
  expect(people.map(({ birthDate, birthText }) => birthDate ?? birthText)).toEqual([
    '1990-08-17',
    '1945-08-17',
    '2010-08-17',
    '17/08/24',
    '31.12.26',
    '2003-02-01'
  ])
  expect(report).toMatchObject({ kept: 6, remarks: { 'birth-year-unclear': 2 } })
})

it('reads years of two digits with the month first where the list writes it so', async () => {
  const { people } = await read('TGL LAHIR', '8/17/90', '8/7/91', '12/31/50')
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17', '1991-08-07', '1950-12-31'])
})

it.each([
  "'17/08/1990",
  '17/08/1990.',
  String.raw`17\08\1990`,
  '17-VIII-1990',
  'Jumat, 17 Agustus 1990',
  "Jum'at 17 Agustus 1990",
  'Aug 17, 1990'
])('reads a day as people write it: %s', async cell => {
  const { people } = await read('TGL LAHIR', cell)
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17'])
})

it('takes a day that lies ahead of the list for no birth date, and keeps what stands there', async () => {
  const { report, people } = await read('TGL LAHIR', '17-08-2090', '01/02/2027')
  expect(people.map(({ birthDate, birthText }) => [birthDate, birthText])).toEqual([
    [null, '17-08-2090'],
    ['2027-02-01', null]
  ])
  expect(report.remarks).toEqual({ 'birth-date-unreadable': 1 })
})

it('says that it could not read what became of a person', async () => {
  const { report, people } = await read('STATUS;TGL LAHIR', 'AKTIF;17/08/1950', 'MD;17/08/1960', 'Alm.;17/08/1961', 'Ganda;17/08/1970')
  expect(people.map(one => one.lifeStatus)).toEqual(['active', 'dead', 'dead', null])
  expect(report.remarks).toEqual({ 'life-status-unreadable': 1 })
})

it('takes a list over in which somebody without a NIK or family card has zeros for it', async () => {
  const at = importing()
  const rows = [`0000000000000000;3324140101100002;SITI AMINAH;3`, `${nik(1)};0000000000000000;BUDI;3`, `0324145708900012;;MINAH;Desil -`]
  const report = await at.run(`NIK;NO KK;NAMA;DESIL\n${rows.join('\n')}\n`)
  expect(at.people().map(({ nik: own, nikText, kk, decile }) => [own, nikText, kk, decile])).toEqual([
    [null, null, '3324140101100002', 3],
    [nik(1), null, null, 3],
    [null, '0324145708900012', null, null]
  ])
  expect(report.remarks).toEqual({ 'nik-missing': 1, 'nik-unreadable': 1 })
})

it('takes an address over that is cut within a sign of two halves', async () => {
  const { people } = await read('ALAMAT', `${'A'.repeat(159)}\u{1f3e0} pojok`)
  expect(people.map(one => one.addressLine)).toEqual(['A'.repeat(159)])
})

it('reads a day that a spreadsheet counts with its hour', async () => {
  const { people } = await read('TGL LAHIR', '33102.5', '33102,25')
  expect(people.map(one => one.birthDate)).toEqual(['1990-08-17', '1990-08-17'])
})

it.each([
  ['P;W', 'male', 'female'],
  ['P;L', 'female', 'male'],
  ['PRIA;WANITA', 'male', 'female']
])('reads the letters of sex as the list means them: %s', async (cells, first, second) => {
  const [one, other] = cells.split(';')
  const { people } = await read('JENIS KELAMIN;TGL LAHIR', `${one};17/08/1990`, `${other};17/08/1990`)
  expect(people.map(person => person.sex)).toEqual([first, second])
})

it.each([
  ['003/005', '003', '005'],
  ['RT 003 RW 005', '003', '005'],
  ['RT.03/RW.05', '003', '005'],
  ['003005', '003', '005'],
  ['05-Mar', null, null],
  ['2026-03-05', null, null]
])('reads RT and RW in one cell, and never in a day that a spreadsheet made of them: %s', async (cell, rt, rw) => {
  const { people } = await read('RT/RW;TGL LAHIR', `${cell};17/08/1990`)
  expect(people).toMatchObject([{ rt, rw }])
})

it.each(['NIK: 3324145708900011', '3324145708900011;', '3324145708900011,', '(3324145708900011)', '3324145708900011 (KTP)'])(
  'reads a NIK with a word or a sign beside it: %s',
  async cell => {
    const at = importing()
    await at.run(`NIK,NAMA,DESIL\n"${cell}",SITI AMINAH,3\n`)
    expect(at.people()).toMatchObject([{ nik: '3324145708900011' }])
  }
)

it.each([
  ['JUMLAH', 'total'],
  ['Total Keseluruhan', 'total'],
  ['GRAND TOTAL', 'total'],
  ['Sub Total', 'total'],
  ['#N/A', 'no-name'],
  ['#REF!', 'formula'],
  ['TIDAK ADA', 'no-name']
])('takes nobody over who is called %s', async (name, reason) => {
  const at = importing()
  const report = await at.run(`NO;NIK;NAMA;DESA;DESIL\n1;${nik(1)};SITI AMINAH;LANJI;3\n;;${name};;2\n`)
  expect(at.people().map(one => one.name)).toEqual(['SITI AMINAH'])
  expect(report.reasons).toEqual({ [reason]: 1 })
})

it('keeps who has an error of the spreadsheet where it can be done without', async () => {
  const { report, people } = await read('ALAMAT;TGL LAHIR;DESIL', '#REF!;#VALUE!;3')
  expect(people).toMatchObject([{ addressLine: null, birthDate: null, decile: 3 }])
  expect(report).toMatchObject({ kept: 1, remarks: { 'birth-date-unreadable': 1 } })
})

it('takes the totals between the groups of a list for nobody, with their number in the column of the NIK', async () => {
  const at = importing()
  const report = await at.run(`NO;NAMA;NIK;ALAMAT\nDUSUN I;;;\n1;SITI;${nik(1)};KRAJAN\n;Sub Jumlah;1;\n`, { source: 'village-list' })
  expect(at.people().map(one => one.name)).toEqual(['SITI'])
  expect(report.reasons).toEqual({ 'no-name': 1, total: 1 })
})

it('takes somebody over who is called Jumlah', async () => {
  const at = importing()
  await at.run(`NIK;NAMA;DESIL\n${nik(1)};JUMLAH;3\n`)
  expect(at.people().map(one => one.name)).toEqual(['JUMLAH'])
})

it.each([
  ['17-08-1990', null],
  ['Kendal - 17-08-1990', 'Kendal'],
  ['Kendal-17-08-1990', 'Kendal'],
  ['KENDAL, 17 Agustus 1990', 'KENDAL'],
  ['KAB. 50 KOTA, 17/08/1990', 'KAB. 50 KOTA'],
  ['Kendal / 17-08-1990', 'Kendal']
])('reads place and day of birth in one cell: %s', async (cell, birthPlace) => {
  const { people } = await read('TTL', cell)
  expect(people).toMatchObject([{ birthDate: '1990-08-17', birthPlace }])
})

it('reads sex, relation and aid with spaces, a code before the words, or a number behind', async () => {
  const { report, people } = await read(
    'JENIS KELAMIN;SHDK;PKH',
    'LAKI - LAKI;ANAK KE-2;1. Ya',
    '2. Perempuan;2 - Istri;2. Tidak',
    'Laki2;Anak ke 1;Ya'
  )
  expect(people).toMatchObject([
    { sex: 'male', relation: 'child', programmes: { pkh: 'active' } },
    { sex: 'female', relation: 'wife', programmes: { pkh: 'none' } },
    { sex: 'male', relation: 'child', programmes: { pkh: 'active' } }
  ])
  expect(report.remarks).toEqual({})
})

it.each(['’', '‘', '`', '´', "'"])('reads a NIK behind the sign %s, which keeps it as text', async sign => {
  const at = importing()
  await at.run(`NIK,NAMA\n${sign}3324145708900011,SITI\n${sign}3324145708900012${sign},BUDI\n`)
  expect(at.people().map(one => one.nik)).toEqual(['3324145708900011', '3324145708900012'])
})

it('puts the zeros back that a spreadsheet took from the parts of a BPS code', async () => {
  const { people } = await read('KDPROP;KDKAB;KDKEC;KDDESA', '33;24;140;6', '33;24;10;1', '33;24;010;001', '33;24;14;2006')
  expect(people.map(one => one.village?.code)).toEqual(['3324140006', '3324010001', '3324010001', '33.24.14.2006'])
})

it('takes neither the numbers of the columns nor the signatures under a list for people', async () => {
  const at = importing()
  const rows = [
    'NO;NIK;NAMA;TGL LAHIR;ALAMAT',
    '1;2;3;4;5',
    `1;${nik(1)};SITI AMINAH;17/08/1990;KRAJAN`,
    'NO;NIK;NAMA;TANGGAL LAHIR;ALAMAT',
    `2;${nik(2)};MUSA;;`,
    ';;Kepala Desa Kebonharjo;;',
    ';;( SUPARMAN );;'
  ]
  const report = await at.run(`${rows.join('\n')}\n`, { source: 'village-list' })
  expect(at.people().map(one => one.name)).toEqual(['SITI AMINAH', 'MUSA'])
  expect(report).toMatchObject({ read: 6, kept: 2, reasons: { 'no-name': 1, 'header-again': 1, 'only-a-name': 2 } })
})

it.each(['NAMA KEPALA KELUARGA;NIK;NO KK', 'Nama KRT;NIK KRT;No KK KRT'])(
  'takes the heads of families for the people of a list that names nobody else: %s',
  async header => {
    const at = importing()
    await at.run(`${header}\nSLAMET;${nik(1)};3324140101100002\n`)
    expect(at.people()).toMatchObject([{ name: 'SLAMET', nik: nik(1), kk: '3324140101100002' }])
  }
)

it("never gives a member the NIK of the family's head", async () => {
  const at = importing()
  const rows = [1, 1, 2, 2].map((family, n) => `SLAMET;${nik(family)};ANGGOTA KE ${'ABCD'[n]};17/08/1990`)
  await at.run(['NAMA KEPALA KELUARGA;NIK KEPALA KELUARGA;NAMA ANGGOTA KELUARGA;TGL LAHIR', ...rows].join('\n'), { source: 'village-list' })
  expect(at.people().map(({ headName, nik: own, kk }) => [headName, own, kk])).toEqual([1, 2, 3, 4].map(() => ['SLAMET', null, null]))
})

it('takes the head of a list with a row a family, not the wife and the children in columns beside', async () => {
  const at = importing()
  const header = 'NO KK;NAMA KEPALA KELUARGA;NIK KEPALA KELUARGA;NAMA ISTRI;NIK ISTRI;NAMA ANAK 1;NIK ANAK 1'
  await at.run(`${header}\n3324140101100002;SLAMET;${nik(1)};SITI;${nik(2)};BUDI;${nik(3)}\n`, { source: 'village-list' })
  expect(at.people()).toMatchObject([{ name: 'SLAMET', nik: nik(1), kk: '3324140101100002' }])
})

it("reads the numbers of relations by the survey's list where the heading speaks of a household", async () => {
  const { people } = await read('Hub_KRT;JK', '1;L', '2;P', '3;L')
  expect(people.map(({ relation, codeSet }) => [relation, codeSet])).toEqual([
    ['head', 'bdt-2015'],
    ['wife', 'bdt-2015'],
    ['child', 'bdt-2015']
  ])
})

it("reads an extract with the civil registry's own headings, its areas in numbers and in names", async () => {
  const header = 'NO_KK;NIK;NAMA_LGKP;TMPT_LHR;TGL_LHR;JENIS_KLMIN;STAT_HBKEL;NAMA_LGKP_IBU;NO_PROP;NO_KAB;NO_KEC;NO_KEL;NAMA_PROP;NAMA_KEC'
  const at = importing()
  await at.run(`${header}\n3324140101100002;${nik(1)};SITI AMINAH;KENDAL;1990-08-17;P;ISTRI;SUMIATI;33;24;14;2006;JAWA TENGAH;PATEBON\n`)
  expect(at.people()).toMatchObject([
    {
      name: 'SITI AMINAH',
      birthPlace: 'KENDAL',
      birthDate: '1990-08-17',
      sex: 'female',
      relation: 'wife',
      motherName: 'SUMIATI',
      village: { codeSet: 'kemendagri', code: '33.24.14.2006' }
    }
  ])
})

it.each(['NAMA DEPAN;NAMA BELAKANG', 'First Name;Last Name', 'NAMA;MARGA'])('joins the two halves of a name under %s', async headings => {
  const at = importing()
  const rows = ['Jonter;Hutapea', 'Kasmi;', 'Slamet;-', ';Wagiman', 'Rotua Siregar;Siregar']
  await at.run(`NIK;${headings}\n${rows.map((cells, n) => `${nik(n + 1)};${cells}`).join('\n')}\n`)
  const people = at.people().sort((a, b) => (a.nik ?? '').localeCompare(b.nik ?? ''))
  expect(people.map(one => one.name)).toEqual(['Jonter Hutapea', 'Kasmi', 'Slamet', 'Wagiman', 'Rotua Siregar'])
})

it('sets a row aside whose name is too long once its halves are joined, or is all that it has', async () => {
  const at = importing()
  const rows = [`${nik(1)};Jonter;Hutapea`, `${nik(2)};${'A'.repeat(60)};${'B'.repeat(60)}`, ';Kasmi;Sari']
  const report = await at.run(`NIK;NAMA DEPAN;NAMA BELAKANG\n${rows.join('\n')}\n`)
  expect(report).toMatchObject({ kept: 1, reasons: { 'name-too-long': 1, 'only-a-name': 1 } })
})
