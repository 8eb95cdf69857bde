// Every setting of the window's policy, and how it would look taken away: `npm run mutants` shows that a test fails for each.

/** `item`: of Electron's own checklist by its number, or one of ours (`+`). The first `find` in the file becomes `put`. */
export type Mutant = { item: string; what: string; file: string; find: string; put: string }

const POLICY = 'src/main/security/policy.ts'
const SHELL = 'src/main/electron/shell.ts'
const WINDOW = 'src/main/electron/window.ts'
const IPC = 'src/main/electron/ipc.ts'
const GUARD = 'src/main/security/guard.ts'
const VISITOR = 'src/main/electron/visitor-window.ts'
const BUILDER = 'build/electron-builder.yml'

const setting = (item: string, name: string, from: string, to: string): Mutant => ({
  item,
  what: `${name}: ${from}`,
  file: POLICY,
  find: `${name}: ${from}`,
  put: `${name}: ${to}`
})
const without = (item: string, what: string, file: string, find: string, put = ''): Mutant => ({ item, what, file, find, put })
const directive = (text: string): Mutant => without('7', `content policy: ${text}`, POLICY, `  "${text}",\n`)
const refusedEvent = (item: string, name: string): Mutant =>
  without(item, `${name} prevented`, SHELL, `  contents.on('${name}', event => event.preventDefault())\n`)

export const MUTANTS: readonly Mutant[] = [
  without('1', 'requests to anywhere else cancelled', SHELL, 'cancel: !allowsRequest(url) && !isOfTools(url)', 'cancel: false'),
  setting('2', 'nodeIntegration', 'false', 'true'),
  setting('2', 'nodeIntegrationInWorker', 'false', 'true'),
  setting('2', 'nodeIntegrationInSubFrames', 'false', 'true'),
  setting('3', 'contextIsolation', 'true', 'false'),
  setting('4', 'sandbox', 'true', 'false'),
  without('4', 'app.enableSandbox()', SHELL, '  app.enableSandbox()\n'),
  without(
    '4',
    'the policy wins over a caller',
    WINDOW,
    '{ ...wishes, title: TITLE, show: false, autoHideMenuBar: true, webPreferences }',
    '{ title: TITLE, show: false, autoHideMenuBar: true, webPreferences, ...wishes }'
  ),
  without(
    '5',
    'permissions checked',
    SHELL,
    'own.setPermissionCheckHandler((_contents, permission) => PERMISSIONS.includes(permission))',
    'own.setPermissionCheckHandler(() => true)'
  ),
  without('5', 'permissions asked', SHELL, 'decide(PERMISSIONS.includes(permission))', 'decide(true)'),
  without('5', 'devices', SHELL, 'own.setDevicePermissionHandler(() => false)', 'own.setDevicePermissionHandler(() => true)'),
  without('5', 'screens recorded', SHELL, '  own.setDisplayMediaRequestHandler(null)\n'),
  setting('6', 'webSecurity', 'true', 'false'),
  ...[
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'"
  ].map(directive),
  without('7', 'content policy: Trusted Types', POLICY, ',\n  "require-trusted-types-for \'script\'"'),
  without('7', 'content policy sent with a page', POLICY, "  'content-security-policy': CSP,\n"),
  without('7', 'pages share no process with others', POLICY, "  'cross-origin-opener-policy': 'same-origin',\n"),
  without('7', 'no address told to anybody', POLICY, "  'referrer-policy': 'no-referrer',\n"),
  setting('8', 'allowRunningInsecureContent', 'false', 'true'),
  setting('9', 'experimentalFeatures', 'false', 'true'),
  without(
    '10',
    'no blink features switched on',
    POLICY,
    "  disableBlinkFeatures: 'Auxclick',",
    "  disableBlinkFeatures: 'Auxclick',\n  enableBlinkFeatures: 'Serial',"
  ),
  setting('11', 'webviewTag', 'false', 'true'),
  refusedEvent('12', 'will-attach-webview'),
  refusedEvent('13', 'will-navigate'),
  refusedEvent('13', 'will-frame-navigate'),
  refusedEvent('13', 'will-redirect'),
  setting('13', 'navigateOnDragDrop', 'false', 'true'),
  without('14', 'windows denied', SHELL, "{ action: 'deny' }", "{ action: 'allow' }"),
  without(
    '15',
    'openExternal never used',
    SHELL,
    'Menu.setApplicationMenu(null)',
    "Menu.setApplicationMenu(null)\n  void shell.openExternal('https://example.com')"
  ),
  without('16', 'the reviewed Electron', POLICY, 'REVIEWED_ELECTRON = 45', 'REVIEWED_ELECTRON = 44'),
  without('17', 'the window is asked', GUARD, 'kind !== window || ', ''),
  without('17', 'the frame and its origin are asked', GUARD, ' || !comesFrom(WINDOWS[window].origin, sent)'),
  without('17', 'strangers are turned away', IPC, 'throw new Error(', 'void new Error('),
  without('17', 'large inputs are refused', GUARD, "isWithin(input, limit) ? 'pass' : 'too-large'", "'pass'"),
  without('17', 'photos have a limit, too', IPC, '? LARGE_INPUT_LIMIT', '? Number.POSITIVE_INFINITY'),
  without('17', 'a flood is refused', GUARD, "      if (!bucket.take(now())) return 'too-many'\n"),
  without(
    '18',
    'paths are looked at',
    'src/main/electron/protocol.ts',
    'const path = resolveAsset(url)',
    "const path: string | undefined = url.replace(/^app:..\\w+./, '')"
  ),
  without('18', 'only GET', 'src/main/electron/protocol.ts', "    if (method !== 'GET') return refuse(405)\n"),
  ...[
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'onlyLoadAppFromAsar: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'enableCookieEncryption: true',
    'loadBrowserProcessSpecificV8Snapshot: false',
    'grantFileProtocolExtraPrivileges: false'
  ].map(fuse =>
    without(
      '19',
      `fuse ${fuse}`,
      BUILDER,
      `  ${fuse}\n`,
      `  ${fuse.includes('true') ? fuse.replace('true', 'false') : fuse.replace('false', 'true')}\n`
    )
  ),
  without('19', 'asar', BUILDER, 'asar: true', 'asar: false'),
  without(
    '20',
    'only names in the preload',
    'src/preload/index.ts',
    "contextBridge.exposeInMainWorld('desk', { ...api, on })",
    "contextBridge.exposeInMainWorld('desk', ipcRenderer)"
  ),
  without(
    '20',
    'the visitor’s preload knows no call',
    'src/preload/visitor.ts',
    "import { refuseDrops } from './refuse-drops'",
    "import { refuseDrops } from './refuse-drops'\nimport { contract } from '#shared/contract'\nvoid contract"
  ),
  without('+', 'no developer tools, installed', WINDOW, 'devTools: !app.isPackaged', 'devTools: true'),
  without('+', 'developer tools closed', SHELL, '    if (app.isPackaged) contents.closeDevTools()\n'),
  without('+', 'no menu', SHELL, '  Menu.setApplicationMenu(null)\n'),
  without('+', 'keys kept from pages', WINDOW, ': isRefusedAtDesk(key, app.isPackaged)', ': false'),
  without('+', 'keys kept from the visitor', WINDOW, 'isRefusedAtVisitor(key)', 'false'),
  without('+', 'no zoom', SHELL, '    contents.setZoomFactor(1)\n'),
  without('+', 'no pinching', SHELL, '    void contents.setVisualZoomLevelLimits(1, 1)\n'),
  setting('+', 'spellcheck', 'false', 'true'),
  without('+', 'no words looked up', SHELL, '  own.setSpellCheckerEnabled(false)\n'),
  without('+', 'no middle click', POLICY, "  disableBlinkFeatures: 'Auxclick',\n"),
  without('+', 'unknown switches refused', 'src/main/security/argv.ts', 'isPackaged ? read(argv.slice(1), platform).refused : []', '[]'),
  without('+', 'dumps stay here', SHELL, 'uploadToServer: false', 'uploadToServer: true'),
  without('+', 'dumps are wiped', SHELL, "  rmSync(app.getPath('crashDumps'), { recursive: true, force: true })\n"),
  without('+', 'no downloads', SHELL, "  own.on('will-download', event => event.preventDefault())\n"),
  refusedEvent('+', 'select-bluetooth-device'),
  refusedEvent('+', 'will-prevent-unload'),
  without(
    '+',
    'certificates never waved through',
    SHELL,
    "  app.on('web-contents-created'",
    "  app.on('certificate-error', () => undefined)\n  app.on('web-contents-created'"
  ),
  without('+', 'locked when the computer sleeps', POLICY, "'suspend', "),
  without('+', 'locked with the computer’s own lock screen', POLICY, ", 'lock-screen'"),
  without('+', 'the signs of the computer are heard', 'src/main/electron/away.ts', ' monitor.on(sign, hear)', ' void monitor'),
  without('+', 'the desk locks at them', 'src/main/open-run.ts', '  shell.whenAway(() => desk && lockAway(desk))\n'),
  without('+', 'a kiosk’s window stays', WINDOW, '    if (!isReleased) event.preventDefault()\n'),
  without('+', 'a page that dies comes back', WINDOW, '  comeBack(window, url)\n'),
  without('+', 'the visitor’s own session', POLICY, "partition: 'visitor'", "partition: 'desk'"),
  without('+', 'answers belong to what stands there', VISITOR, '!answer || !answers(state.page, answer)', '!answer'),
  without('+', 'nothing of a page on disk', SHELL, '{ cache: false }', '{ cache: true }')
]
