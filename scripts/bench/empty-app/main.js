// The least an app can do: one window with an empty page.
import { app, BrowserWindow, protocol } from 'electron'

const page = '<!doctype html><html lang="id"><title>Kosong</title><body><p role="status">kosong</p></body></html>'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ width: 1366, height: 768, show: false })
  window.once('ready-to-show', () => window.show())
  return window.loadURL('app://desk/index.html')
})
app.on('window-all-closed', () => app.quit())
