import type { ANSWER_CODE_SETS, RegistryPerson } from '#shared/registry/person'
import { RELATIONS } from '#shared/residents/resident'
import { headerKey } from './header-words'

export type AnswerCodes = Exclude<(typeof ANSWER_CODE_SETS)[number], 'words'>
type Relation = (typeof RELATIONS)[number]
type LifeStatus = NonNullable<RegistryPerson['lifeStatus']>
type Exclusion = NonNullable<RegistryPerson['exclusions']>[number]

const relationWords: ReadonlyMap<string, Relation> = new Map(
  Object.entries({
    head: 'kepala keluarga;kepala rumah tangga;krt;kk;kep keluarga;kepala;head',
    husband: 'suami;husband',
    wife: 'istri;isteri;wife',
    child: 'anak;anak kandung;anak angkat;anak tiri;child',
    'child-in-law': 'menantu',
    grandchild: 'cucu;cucu cicit',
    parent: 'orang tua;orangtua;ayah;ibu;bapak;orang tua mertua;ortu;ayah kandung;ibu kandung;bapak kandung',
    'parent-in-law': 'mertua',
    'other-relative':
      'famili lain;famili;famili lainnya;saudara;kerabat;keponakan;adik;kakak;kakek;nenek;cicit;saudara kandung;adik kandung;kakak kandung',
    helper: 'pembantu;pembantu rumah tangga;pembantu sopir;sopir',
    other: 'lainnya;lain lain;lain'
  }).flatMap(([relation, words]) => words.split(';').map(word => [word, relation as Relation] as const))
)

/** The civil registry's list and the surveys' differ: 3 is a wife on a family card and a child in a survey (domain: two generations of codes). */
const relationCodes: Record<AnswerCodes, readonly (Relation | 'spouse' | null)[]> = {
  'civil-registry': [null, ...RELATIONS],
  'regsosek-2022': [null, 'head', 'spouse', 'child', 'child-in-law', 'grandchild', 'parent', 'helper', 'other'],
  'bdt-2015': [null, 'head', 'spouse', 'child', 'child-in-law', 'grandchild', 'parent', 'helper', 'other']
}

/** A relation in words or as a code of the set; `isCoded` tells which. Null for nothing, undefined when it cannot be read. */
export function readRelation(
  cell: string,
  codes: AnswerCodes,
  sex: 'male' | 'female' | null
): { relation: Relation | null; isCoded: boolean } | undefined {
  const code = /^0?(\d{1,2})(?:[.)\s-].*)?$/.exec(cell)?.[1]
  const spouse = sex === 'male' ? 'husband' : sex === 'female' ? 'wife' : null
  if (code !== undefined && !relationWords.has(headerKey(cell.replace(/^\d+/, '')))) {
    const coded = relationCodes[codes][Number(code)]
    return coded ? { relation: coded === 'spouse' ? spouse : coded, isCoded: true } : undefined
  }
  // the second child is a child
  const words = headerKey(cell.replace(/^\d+\s*[.)-]?\s*/, '')).replace(/ ke ?\d+$/, '')
  if (/^(istri|isteri|suami) (istri|isteri|suami)$/.test(words)) return { relation: spouse, isCoded: false }
  const relation = relationWords.get(words)
  return relation && { relation, isCoded: false }
}

const presence: readonly (LifeStatus | null)[] = [null, 'active', 'dead', 'moved', 'moved', 'active', 'not-found']

/** What became of a person; numbers are the presence list of Regsosek. Undefined when it cannot be read. */
export function readLifeStatus(cell: string): LifeStatus | undefined {
  const words = headerKey(cell)
  if (/^[1-6]$/.test(words)) return presence[Number(words)] ?? undefined
  // "cerai mati" says that the husband or wife is dead
  if (/\bcerai\b|kawin|nikah|janda|duda/.test(words)) return undefined
  if (/meninggal|wafat|mati|dead|almarhum|^(md|alm|almh)$/.test(words)) return 'dead'
  if (/pindah|moved/.test(words)) return 'moved'
  if (/tidak (di)?temukan|tidak ada|not found/.test(words)) return 'not-found'
  if (/non ?aktif|tidak aktif|inactive|tidak padan|dihapus/.test(words)) return 'inactive'
  return /aktif|hidup|ada|active|tinggal|padan|baru/.test(words) ? 'active' : undefined
}

const exclusionWords: readonly (readonly [RegExp, Exclusion])[] = [
  [/\b(asn|pns|p3k|pppk|pegawai negeri|civil servant)\b/, 'civil-servant'],
  [/\b(tni|polri|polisi|tentara)\b/, 'armed-forces-police'],
  [/\b(bumn|bumd)\b/, 'state-company'],
  [/\b(judi|judol|gambling)\b/, 'online-gambling'],
  [/\b(upah|gaji|umk|ump|umr|ppu|wage)\b/, 'wage-earner'],
  [/\b(pengusaha|direksi|komisaris|ahu|business)\b/, 'business-owner'],
  [/\b(perangkat desa|kepala desa|kades|lurah|pamong)\b/, 'village-official']
]

/** Why somebody is kept out of aid, from an export's words; a text that names no known reason is `other`. */
export function readExclusions(cell: string): Exclusion[] {
  const words = headerKey(cell)
  if (words === '' || /^(tidak|t|0|2|no|false|n|tidak ada|include|layak|bukan)$/.test(words)) return []
  const found = exclusionWords.filter(([pattern]) => pattern.test(words)).map(([, exclusion]) => exclusion)
  return found.length > 0 ? found : ['other']
}
