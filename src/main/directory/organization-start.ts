import type { Area } from '#shared/areas/area'
import type { OrganizationStart } from '#shared/directory/directory'
import { fillTemplate, type TemplateFacts } from '#shared/directory/template'
import { findArea, listAreasIn } from '../areas/areas.store'
import type { Reference, ReferenceTables } from '../database/reference'
import { listKindVariants, listKnownOrganizations, listOrganizationKinds } from './reference.store'

/**
 * The organizations a new office of this district starts with: every kind that stands once in a district or in each of its
 * subdistricts, named as that province names it; organizations known by name replace what the template of their kind would give.
 * Throws when the code is no district.
 */
export async function seedOrganizations(reference: Reference, districtCode: string): Promise<OrganizationStart[]> {
  const district = await findArea(reference, districtCode)
  if (district?.level !== 'district') throw new RangeError(`no such district: ${districtCode}`)
  const [subdistricts, kinds, variants, known] = await Promise.all([
    listAreasIn(reference, districtCode),
    listOrganizationKinds(reference),
    listKindVariants(reference),
    listKnownOrganizations(reference, districtCode)
  ])
  const facts = { district: district.name, place: placeOf(district.name) }

  return kinds.flatMap(kind => {
    const named = known.filter(row => row.kind === kind.code)
    if (named.length > 0) return named
    const { nameTemplate, addressee } = closestVariant(variants, kind.code, district) ?? kind
    const start = (filled: TemplateFacts): OrganizationStart => ({
      kind: kind.code,
      name: fillTemplate(nameTemplate, filled),
      addressee: fillTemplate(addressee, filled),
      address: null
    })
    if (kind.coverage === 'district') return [start(facts)]
    if (kind.coverage === 'subdistrict') return subdistricts.map(({ name }) => start({ ...facts, subdistrict: name }))
    return []
  })
}

/** "Kendal" of "Kabupaten Kendal"; "Jakarta Pusat" of "Kota Administrasi Jakarta Pusat". */
const placeOf = (district: string): string => district.replace(/^(Kabupaten|Kota) (Administrasi )?/, '')

/** A province's own variant beats one for every kabupaten or every kota. */
function closestVariant(variants: ReferenceTables['organizationKindVariant'][], kind: string, district: Area) {
  const fitting = variants.filter(
    variant =>
      variant.kind === kind &&
      (variant.provinceCode === null || variant.provinceCode === district.parentCode) &&
      (variant.districtKind === null || variant.districtKind === district.kind)
  )
  return fitting.find(variant => variant.provinceCode !== null) ?? fitting[0]
}
