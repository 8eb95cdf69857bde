// Made-up people of Kendal with names as they occur there, for measuring and for breaking things. Nobody here exists.
import type { ResidentInput } from '#shared/residents/residents.contract'
import { between, mostlyEarly, oneOf, type Random } from './seeded.ts'

type Words = [string, ...string[]]
const words = (text: string): Words => text.split(/\s+/) as Words

const MEN =
  words(`Muhammad Ahmad Slamet Agus Budi Eko Joko Sutrisno Supriyadi Bambang Sugeng Wahyu Andi Dwi Tri Nur Abdul Heri Rudi Suparno Sukardi
  Mulyono Sunarto Kasmin Rohmat Teguh Arif Bayu Dimas Fajar Gilang Hendra Imam Irfan Jumadi Khoirul Lukman Mustofa Nanang Paryono Rizki Sarwono
  Taufik Untung Wawan Yusuf Zaenal Aditya Baskoro Damar Galih Jatmiko Prasetyo Sapto Tarno Wiyono`)
const WOMEN =
  words(`Siti Sri Nur Dewi Endang Sumiati Suparti Tri Dwi Rini Wahyuni Yuliana Ningsih Kartini Ratna Lestari Indah Fitri Ani Umi Kasmi Rokhayah
  Murni Sulastri Tutik Wiwik Yanti Zulaikha Aminah Khotimah Maryam Nafisah Puji Retno Sarinah Tumini Winarti Asih Bekti Diah Eka Febri Hesti Ida Juariyah
  Kiswati Latifah Mujiati Nanik Parsini Rukmini Saodah`)
const SECOND =
  words(`Santoso Wibowo Prasetyo Hidayat Setiawan Nugroho Lestari Rahayu Wulandari Susanto Purnomo Kurniawan Handayani Astuti Widodo Utomo Saputra
  Wijaya Hartono Susilowati Cahyono Maulana Rahman Hakim Aminah Fatimah Zahra Maulida Safitri Anggraini Pratama Ramadhan Firmansyah Kusuma Pangestu
  Budiarti Sulistyowati Mulyani Munawaroh Rohmah Khasanah Mubarok Anwar Fauzi Ghozali Syaifudin Basuki Harjono Supratman Tjahjono Soeharto Djumadi`)
const PLACES = words('Kendal Semarang Batang Temanggung Pekalongan Demak Jakarta Wonosobo')
const WORK = [
  'Buruh harian lepas',
  'Petani',
  'Nelayan',
  'Pedagang',
  'Mengurus rumah tangga',
  'Pelajar',
  'Karyawan swasta',
  'Belum bekerja'
] as const
const HAMLETS = words('Krajan Kebonsari Sidomulyo Gandu Pucung Karanganyar Tegalrejo Jetis Bulu Sawahan')

/** Gives one person after another, no two with the same NIK; the same random source gives the same people. */
export function peopleFrom(random: Random, villageCodes: readonly string[] = []): () => ResidentInput {
  const taken = new Set<string>()
  return () => {
    const isWoman = random() < 0.52
    const birth = { year: between(random, 1940, 2024), month: between(random, 1, 12), day: between(random, 1, 28) }
    const two = (n: number): string => String(n).padStart(2, '0')
    const head = `3324${two(between(random, 1, 20))}${two(birth.day + (isWoman ? 40 : 0))}${two(birth.month)}${two(birth.year % 100)}`
    let serial = 1
    while (taken.has(`${head}${serial}`)) serial++
    taken.add(`${head}${serial}`)
    const villageCode = villageCodes[between(random, 0, villageCodes.length - 1)] ?? null
    return {
      name: nameOf(random, isWoman),
      nik: `${head}${String(serial).padStart(4, '0')}`,
      noNikReason: null,
      nikOverrideReason: null,
      sex: isWoman ? 'female' : 'male',
      birthPlace: mostlyEarly(random, PLACES),
      birthDate: `${birth.year}-${two(birth.month)}-${two(birth.day)}`,
      religion: 'islam',
      maritalStatus: birth.year > 2004 ? 'single' : 'married',
      occupation: oneOf(random, WORK),
      motherName: null,
      phone: random() < 0.7 ? `08${between(random, 100_000_000, 9_999_999_999)}` : null,
      phoneOwner: 'self',
      address: {
        line: `Dusun ${oneOf(random, HAMLETS)}`,
        rt: `00${between(random, 1, 9)}`,
        rw: `00${between(random, 1, 9)}`,
        villageCode,
        postcode: null
      },
      domicile: null,
      note: null
    }
  }
}

/** A family card's number: a real day of recording and a serial. */
export function kkFrom(random: Random, n: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const recorded = `${two(between(random, 1, 28))}${two(between(random, 1, 12))}${two(between(random, 5, 24))}`
  return `3324${two(1 + (n % 20))}${recorded}${String(1 + (n % 9998)).padStart(4, '0')}`
}

function nameOf(random: Random, isWoman: boolean): string {
  const first = mostlyEarly(random, isWoman ? WOMEN : MEN)
  const length = random()
  if (length < 0.18) return first
  if (length < 0.72) return `${first} ${mostlyEarly(random, SECOND)}`
  return `${first} ${mostlyEarly(random, isWoman ? WOMEN : MEN)} ${mostlyEarly(random, SECOND)}`
}
