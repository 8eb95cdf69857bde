import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OWN_SWITCHES, ownSwitches, rejectArgv } from '#main/security/argv'

const packaged = (...typed: string[]) => rejectArgv(['loket-slrt', ...typed], true, 'linux')

describe('a packaged desk', () => {
  it.each([[[]], [['--data', '/srv/loket']], [['--data=/srv/loket', '--kiosk']], [['--windowed', '--language=en']]])(
    'starts with %j',
    typed => {
      expect(packaged(...typed)).toEqual([])
    }
  )

  it.each([
    '--remote-debugging-port',
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp/x',
    '--no-sandbox',
    '--disable-web-security',
    '--proxy-server=evil:80',
    '--host-rules=MAP * evil',
    '--user-data-dir=/tmp',
    '--password-store=basic',
    '--enable-logging',
    '--gpu-launcher=calc',
    '--renderer-cmd-prefix=sh',
    '-r',
    '-e',
    '--',
    '-',
    '--Data=/x',
    '--kiosk=no',
    '--data=',
    '--constructor',
    'app.js',
    '/etc/passwd',
    '\u2014inspect'
  ])('does not start with %s', text => {
    expect(packaged(text)).toContain(text)
  })

  it('does not take another switch for the value of its own', () => {
    expect(packaged('--data', '--inspect')).toEqual(['--data', '--inspect'])
    expect(packaged('--data')).toEqual(['--data'])
  })

  it('does not let Windows read a value as a switch', () => {
    expect(rejectArgv(['x', '--data', '/remote-debugging-port=9222'], true, 'win32')).toHaveLength(2)
    expect(rejectArgv(['x', '--data', 'D:\\Loket'], true, 'win32')).toEqual([])
  })

  it('refuses whatever it does not know, among anything else', () => {
    const own = fc.constantFrom('--kiosk', '--windowed', '--data=/a', '--language=id')
    const other = fc
      .stringMatching(/^--[a-z-]{1,20}(=[a-z0-9]{0,5})?$/)
      .filter(text => !((text.slice(2).split('=')[0] as string) in OWN_SWITCHES))
    fc.assert(
      fc.property(fc.array(own), other, fc.array(own), (before, unknown, after) => {
        expect(packaged(...before, unknown, ...after)).toEqual([unknown])
      })
    )
  })

  it('reads as its own only what it does not refuse', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), typed => {
        const refused = rejectArgv(['x', ...typed], true, 'linux')
        const own = Object.keys(ownSwitches(['x', ...typed], 'linux'))
        expect(own.length + refused.length).toBeLessThanOrEqual(typed.length)
        for (const name of own) expect(Object.keys(OWN_SWITCHES)).toContain(name)
      })
    )
  })
})

describe('a desk that is being developed', () => {
  it('starts with anything: Playwright and debuggers need it', () => {
    expect(rejectArgv(['electron', '--inspect=0', '--remote-debugging-port=0', '.'], false)).toEqual([])
  })

  it('finds its own switches among theirs', () => {
    const typed = ['electron', '--no-sandbox', '--inspect=0', '.', '--data', '/srv/loket', '--kiosk']
    expect(ownSwitches(typed, 'linux')).toEqual({ data: '/srv/loket', kiosk: true })
  })
})
