import type { ColumnTarget } from '#shared/registry/import-columns'

/** The names under which exports and offices' own lists write each column, as `headerKey` writes them. Found in real forms; more may be added. */
export const headerWords: Record<ColumnTarget, readonly string[]> = {
  nik: list(`nik; no nik; nomor nik; nik individu; nik art; nik anggota; nik anggota keluarga; nik ktp; no ktp; nomor ktp; noktp; no ktp nik;
    nomor induk kependudukan; nik pm; nik penerima; nik warga; nik kpm; nik pengurus; no induk kependudukan`),
  kk: list(`kk; no kk; nokk; nomor kk; no kartu keluarga; nomor kartu keluarga; kartu keluarga; nkk; no kk keluarga; family card number`),
  'family-id':
    list(`id keluarga; id dtks; id dtsen; id bdt; idbdt; iddtks; id ruta; id rumah tangga; idrt; id semesta; id prelist; prelist; nurt;
    no urut rumah tangga; nomor urut rumah tangga; household id; id kpm; id kk; id pengurus`),
  name: list(`nama; nama lengkap; nama art; nama individu; nama anggota; nama anggota keluarga; nama anggota rumah tangga; nama penerima; nama warga;
    nama penduduk; nama pm; nama kpm; nama pengurus; nama peserta; nm art; nm lengkap; nama lgkp; nm lgkp; name; nama sesuai ktp; nama ktp; nama depan; nm depan; first name; firstname`),
  'last-name': list('nama belakang; nm belakang; last name; lastname; surname; marga; nama marga; nama fam'),
  'birth-date': list(
    `tanggal lahir; tgl lahir; tgllahir; tanggallahir; tgl lhr; tanggal lhr; tgllhr; birth date; date of birth; dob; lahir; tanggal kelahiran; tgl kelahiran`
  ),
  'birth-place': list(
    'tempat lahir; tmp lahir; tpt lahir; tmpt lahir; tempatlahir; tmplahir; tmp lhr; tmpt lhr; tpt lhr; tempat lhr; birth place; kota lahir; tempat kelahiran'
  ),
  'birth-place-date': list('tempat tanggal lahir; tempat tgl lahir; ttl; tempat dan tanggal lahir; tmp tgl lahir; tpt tgl lahir'),
  sex: list(
    'jenis kelamin; jk; jnskel; jns kelamin; jenkel; jns kel; jenis klmin; jns klmin; jns kelamin; kelamin; l p; lp; sex; gender; jeniskelamin'
  ),
  relation: list(`hubungan keluarga; shdk; hubungan dalam keluarga; hub keluarga; status hubungan; status hubungan dalam keluarga;
    status hubungan keluarga; hub krt; hubungan krt; hubungan dengan krt; hubungan dengan kepala keluarga; hub kepala keluarga;
    hubungan dengan kepala rumah tangga; stat hbkel; hbkel; hub kel; hubungan; relation; status dalam keluarga; hubungan kepala keluarga`),
  'mother-name': list(
    'nama ibu; nama ibu kandung; ibu kandung; nm ibu; nama lgkp ibu; nama gadis ibu; nama gadis ibu kandung; mother name'
  ),
  'head-name':
    list(`nama krt; nama kepala keluarga; kepala keluarga; nama kk; nama kepala rumah tangga; kepala rumah tangga; nm krt; nama kep kel;
    nama kepala kk; head name`),
  address: list(
    'alamat; alamat lengkap; alamat rumah; alamat domisili; alamat ktp; alamat kk; jalan; alamat tinggal; address; alamat sesuai ktp'
  ),
  rt: list('rt; no rt; nomor rt; nort'),
  rw: list('rw; no rw; nomor rw; norw'),
  'rt-rw': list('rt rw; rtrw; no rt rw'),
  'village-code':
    list(`kode desa; kode desa kelurahan; kode kelurahan; kode kelurahan desa; kode wilayah; kd desa; kddesa; kode desa kel; kode kel;
    kode kel desa; kd kel; kode kemendagri; kode bps; kode wilayah kemendagri; kode wilayah bps; kodedesa; kdkel; village code; id desa; kode desa bps;
    kode desa kemendagri; kode kemendagri desa; kode bps desa; no kel`),
  'province-code': list('kode provinsi; kode prov; kd prov; kdprov; kdprop; kode propinsi; kd prop; kode prop; no prop'),
  'district-code': list(
    'kode kabupaten; kode kab; kd kab; kdkab; kode kabupaten kota; kode kab kota; kode kota; kd kabupaten; kdkabupaten; kdkabkota; no kab'
  ),
  'subdistrict-code': list('kode kecamatan; kode kec; kd kec; kdkec; kd kecamatan; kdkecamatan; kode distrik; no kec'),
  village:
    list(`desa; kelurahan; desa kelurahan; kelurahan desa; nama desa; nama kelurahan; nama desa kelurahan; nama kelurahan desa; nm desa; nmdesa;
    kel desa; desa kel; kel; nmkel; nagari; gampong; pekon; village; nama kel desa; nama desa kel; kampung`),
  subdistrict: list('kecamatan; nama kecamatan; kec; nm kec; nmkec; distrik; nama distrik; nmkecamatan; subdistrict; nama kec'),
  district: list(
    'kabupaten; kabupaten kota; kab kota; kota; kab; nama kabupaten; nama kabupaten kota; nm kab; nmkab; nama kab; nmkabkota; district'
  ),
  province: list('provinsi; propinsi; prov; nama provinsi; nama propinsi; nama prov; nama prop; nm prov; nmprov; nmprop; province'),
  decile:
    list(`desil; desil nasional; desil keluarga; desil kesejahteraan; peringkat kesejahteraan keluarga; peringkat kesejahteraan; decile;
    desil dtsen; kelompok desil; peringkat desil; desil kabupaten; nilai desil`),
  percentile: list('percentile; persentil; percentil; peringkat persentil'),
  'life-status':
    list(`status; status individu; keberadaan; keberadaan art; status keberadaan; status hidup; ket meninggal; keterangan meninggal;
    status data; status aktif; status penduduk; keberadaan anggota; keberadaan anggota keluarga; status warga`),
  exclusion:
    list(`exclude; exclude reason; alasan exclude; alasan dikecualikan; pengecualian; keterangan exclude; alasan tidak layak; exclude bansos;
    status exclude; ket exclude`),
  programmes:
    list(`bansos; program; jenis bansos; program bantuan; bantuan; bansos diterima; kepesertaan; jenis bantuan; kepesertaan bansos;
    bantuan diterima; riwayat bansos; programs`),
  pkh: list('pkh; status pkh; penerima pkh; sts pkh; bansos pkh; program pkh; kepesertaan pkh'),
  sembako: list(
    'sembako; bpnt; program sembako; bpnt sembako; sembako bpnt; status bpnt; status sembako; penerima bpnt; penerima sembako; rastra; bansos bpnt'
  ),
  'pbi-jk':
    list(`pbi; pbi jk; pbi jkn; pbi apbn; pbijk; pbijkn; status pbi; status pbi jk; status pbi jkn; kis; kis pbi; jkn pbi; pbi jkn apbn; penerima pbi;
    jkn kis pbi; pbi nasional; bpjs pbi`),
  'pbi-apbd': list('pbi apbd; pbid; jamkesda; pbi daerah; uhc; pbi jk apbd; jkn apbd; kis apbd; status pbi apbd'),
  pip: list('pip; kip; status pip; penerima pip; program indonesia pintar; kip sekolah; pip kip'),
  'kip-kuliah': list('kip kuliah; kipk; kip k'),
  kks: list('kks; kartu kks; punya kks; status kks; no kks; nomor kks'),
  'blt-desa': list('blt desa; blt dd; bltdd; blt; blt dana desa; status blt'),
  yapi: list('yapi; yatim piatu; atensi yapi; yatim; atensi yatim piatu'),
  electricity: list('subsidi listrik; listrik subsidi; bansos listrik; diskon listrik'),
  rutilahu: list('rtlh; rutilahu; bsps; bedah rumah; rs rtlh'),
  other: list('bansos lain; bantuan lain; bansos lainnya; bantuan lainnya; program lain')
}

/** A header as it is compared: lower case, other signs as single spaces, `NamaLengkap` as two words, `N I K` as one. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKD')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b[a-z](?: [a-z]){2,}\b/g, spaced => spaced.replaceAll(' ', ''))

function list(text: string): readonly string[] {
  return text.split(';').map(words => words.trim().replace(/\s+/g, ' '))
}
