import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  allowsRequest,
  allowsUrl,
  CSP,
  FUSES,
  HEADERS,
  PERMISSIONS,
  RATE,
  REVIEWED_ELECTRON,
  VISITOR_RATE,
  WEB_PREFERENCES,
  WINDOWS
} from '#main/security/policy'

describe('the preferences of every window', () => {
  it.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webviewTag', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['disableBlinkFeatures', 'Auxclick'],
    ['navigateOnDragDrop', false],
    ['spellcheck', false],
    ['autoplayPolicy', 'document-user-activation-required'],
    ['safeDialogs', true]
  ] as const)('say %s: %s', (name, value) => {
    expect(WEB_PREFERENCES[name]).toBe(value)
  })

  it('say nothing else', () => {
    expect(Object.keys(WEB_PREFERENCES)).toHaveLength(14)
  })

  it('cannot be changed while the app runs, nor can the other lists', () => {
    for (const list of [WEB_PREFERENCES, FUSES, HEADERS, WINDOWS, WINDOWS.desk, WINDOWS.visitor, PERMISSIONS, RATE, VISITOR_RATE])
      expect(Object.isFrozen(list)).toBe(true)
  })
})

describe('the content policy', () => {
  it.each([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'"
  ])('says %s', directive => {
    expect(CSP.split('; ')).toContain(directive)
  })

  it('says nothing else, and no unsafe word', () => {
    expect(CSP.split('; ')).toHaveLength(11)
    expect(CSP).not.toMatch(/unsafe|\*|https?:/)
  })

  it('goes with every answer, and types are never guessed', () => {
    expect(HEADERS).toEqual({
      'content-security-policy': CSP,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store'
    })
  })
})

describe('who may ask for what', () => {
  it('knows three pages, and the visitor’s has a session of its own', () => {
    expect(WINDOWS).toEqual({
      desk: { origin: 'app://desk', partition: 'desk' },
      sheet: { origin: 'app://sheet', partition: 'desk' },
      visitor: { origin: 'app://visitor', partition: 'visitor' }
    })
  })

  it('grants no permission at all', () => {
    expect(PERMISSIONS).toEqual([])
  })

  it.each(['app://desk', 'app://desk/', 'app://desk/index.html', 'app://sheet/sheet.html'])('takes %s for its own', url => {
    expect(allowsUrl(url)).toBe(true)
  })

  it.each([
    'app://desk@evil/',
    'app://desk.evil/',
    'app://deskx',
    'https://desk/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '\\\\host\\share',
    ' app://desk/',
    ''
  ])('takes %s for a stranger', url => {
    expect(allowsUrl(url)).toBe(false)
  })
})

describe('what a page may fetch', () => {
  it.each(['app://desk/assets/a.js', 'blob:app://desk/0192', 'data:image/png;base64,AA'])('%s', url => {
    expect(allowsRequest(url)).toBe(true)
  })
  it.each(['https://desk/', 'data:text/html,x', 'blob:https://a/', 'wss://a/', 'file:///x', 'devtools://x'])('and never %s', url => {
    expect(allowsRequest(url)).toBe(false)
  })
})

describe('the Electron that this was gone through for (item 16)', () => {
  it('is the one that is built with; another major version is gone through anew, and none older than the three that are supported', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { electron: string } }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
    expect(Number(devDependencies.electron.split('.')[0])).toBe(REVIEWED_ELECTRON)
    expect(REVIEWED_ELECTRON).toBeGreaterThanOrEqual(45)
  })
})

describe('the fuses', () => {
  it('are the ones the packed executable gets', () => {
    const text = readFileSync('build/electron-builder.yml', 'utf8')
    const block = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(text)?.[1] ?? ''
    const written = block
      .trim()
      .split('\n')
      .map(line => line.trim().split(': '))
    expect(Object.fromEntries(written.map(([name, value]) => [name, value === 'true']))).toEqual(FUSES)
  })

  it('take away every way to run other code with our executable', () => {
    expect(FUSES).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
      grantFileProtocolExtraPrivileges: false
    })
  })

  it('stand beside an archive whose integrity is checked', () => {
    const text = readFileSync('build/electron-builder.yml', 'utf8')
    expect(text).toMatch(/^asar: true$/m)
    expect(text).not.toContain('disableAsarIntegrity')
  })
})
