import { VillageCode } from '#shared/areas/area'
import type { ScopesSaid } from '#shared/office/desk-scope'
import { inDistrict } from '../database/inside'
import type { Database } from '../database/place'
import { PlaceError } from '../database/place-error'
import { districtDay } from '../districts/district-day'
import { publishScopes, readPublishedScopes } from '../files/desk-scopes'
import { snapshotHanded } from '../files/stored-snapshot'
import { deskNamed } from './desk-named'
import type { Command, Shell } from './shell'
import { chosenDistrict, type Given, readArgs, textOf, withServer } from './with-server'

const OPTIONS = {
  district: { type: 'string' },
  desk: { type: 'string' },
  villages: { type: 'string' },
  whole: { type: 'boolean' },
  free: { type: 'boolean' }
} as const

/** Which villages' people a desk holds of the registry. What is said here goes before the choice of the desk. SPEC R9. */
export const scope: Command = {
  usage:
    'scope [--desk A (--villages 33.24.14.2006,… | --whole | --free)] [--district CODE]   of which villages a desk holds the registry; --free lets the desk choose',
  async run(shell, args) {
    const given = readArgs(args, OPTIONS)
    await withServer(shell, given, async server => {
      const district = await chosenDistrict(server, given)
      const said = await readPublishedScopes(server, district)
      const code = textOf(given.values.desk)?.toUpperCase()
      if (code === undefined) {
        if (wordOf(given, district) !== undefined) throw new PlaceError('say which desk: --desk A')
        return tell(shell, district, said)
      }
      await inDistrict(server, district, inside => deskNamed(inside, code))
      const word = wordOf(given, district)
      if (word === undefined) throw new PlaceError(`say what desk ${code} holds: --villages CODE,CODE, --whole, or --free`)
      const { [code]: _, ...others } = said.desks
      const desks = word === 'free' ? others : { ...others, [code]: { villages: word, at: shell.now() } }
      await publishScopes(server, district, { format: 1, desks }, shell.now())
      await tell(shell, district, { format: 1, desks })
      for (const village of word === 'free' ? [] : await unknownIn(server, district, word ?? []))
        shell.say(`Nobody of ${village} is in the registry that the desks were handed last.`)
    })
  }
}

/** The one thing that was said of the desk; undefined for nothing. */
function wordOf({ values }: Given, district: string): string[] | null | 'free' | undefined {
  const named = textOf(values.villages)
  const words = [named !== undefined, values.whole === true, values.free === true].filter(Boolean)
  if (words.length > 1) throw new PlaceError('say one of --villages, --whole and --free')
  if (named === undefined) return values.whole ? null : values.free ? 'free' : undefined
  const villages = [...new Set(named.split(',').map(code => code.trim()))].sort()
  const wrong = villages.find(code => !VillageCode.safeParse(code).success || !code.startsWith(`${district}.`))
  if (wrong !== undefined) throw new PlaceError(`"${wrong}" is no village of ${district}: write codes such as ${district}.14.2006`)
  return villages
}

/** Which of these villages the registry that was handed out last does not name. */
async function unknownIn(server: Database, district: string, villages: readonly string[]): Promise<string[]> {
  const snapshot = await snapshotHanded(server, district)
  const named = new Set(snapshot?.parts.map(({ village }) => village))
  return snapshot ? villages.filter(code => !named.has(`kemendagri ${code}`)) : []
}

function tell(shell: Shell, district: string, { desks }: ScopesSaid): void {
  const codes = Object.keys(desks).sort()
  if (codes.length === 0) shell.say(`${district}: every desk chooses for itself.`)
  for (const code of codes) {
    const { villages, at } = desks[code] ?? { villages: null, at: 0 }
    const day = districtDay(district, at)
    shell.say(`${district}: desk ${code} holds ${villages ? villages.join(', ') : 'the whole district'} (said ${day})`)
  }
}
