/** The switches of the desk itself: those that need a value, and those that are only there or not. */
export const OWN_SWITCHES = Object.freeze({
  data: 'value',
  language: 'value',
  kiosk: 'flag',
  windowed: 'flag',
  stdio: 'flag',
  visitor: 'flag'
} as const)
export type OwnSwitches = { data?: string; language?: string; kiosk?: true; windowed?: true; stdio?: true; visitor?: true }

type Read = { own: OwnSwitches; refused: string[] }

// Chromium on Windows takes /switch for --switch, even where we would read a value
const looksLikeSwitch = (text: string, platform: NodeJS.Platform): boolean =>
  text.startsWith('-') || (platform === 'win32' && text.startsWith('/'))

function read(typed: readonly string[], platform: NodeJS.Platform): Read {
  const own: Record<string, string | true> = {}
  const refused: string[] = []
  const rest = [...typed]
  for (let text = rest.shift(); text !== undefined; text = rest.shift()) {
    const [, name = '', given] = /^--([a-z]+)(?:=(.*))?$/s.exec(text) ?? []
    const kind = Object.hasOwn(OWN_SWITCHES, name) ? OWN_SWITCHES[name as keyof typeof OWN_SWITCHES] : undefined
    if (kind === 'flag' && given === undefined) own[name] = true
    else if (kind === 'value' && given !== undefined && given !== '') own[name] = given
    else if (kind === 'value' && given === undefined && rest[0] !== undefined && !looksLikeSwitch(rest[0], platform))
      own[name] = rest.shift() ?? ''
    else refused.push(text)
  }
  return { own, refused }
}

/**
 * What a packaged desk refuses to start with: whatever it does not know itself, because Electron, Chromium and Node
 * would each obey switches that open the window from outside. Not packaged, everything is allowed.
 */
export function rejectArgv(argv: readonly string[], isPackaged: boolean, platform: NodeJS.Platform = process.platform): string[] {
  return isPackaged ? read(argv.slice(1), platform).refused : []
}

/** The desk's own switches among what was typed; others are left to whoever knows them. */
export function ownSwitches(argv: readonly string[], platform: NodeJS.Platform = process.platform): OwnSwitches {
  return read(argv.slice(1), platform).own as OwnSwitches
}
