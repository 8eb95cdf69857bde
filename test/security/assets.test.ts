import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveAsset, typeOf } from '#main/security/assets'

describe('the files that pages may load', () => {
  it.each([
    ['app://desk/', 'index.html'],
    ['app://desk/index.html', 'index.html'],
    ['app://sheet/sheet.html', 'sheet.html'],
    ['app://desk/assets/index-B_x9-1.js', 'assets/index-B_x9-1.js'],
    ['app://sheet/assets/tinos-latin-ext-700-normal-CesJqEpY.woff2', 'assets/tinos-latin-ext-700-normal-CesJqEpY.woff2']
  ])('%s is %s', (url, path) => {
    expect(resolveAsset(url)).toBe(path)
  })

  it.each([
    'app://desk/../main/index.js',
    'app://desk/assets/../../main/index.js',
    'app://desk/assets/%2e%2e/index.html',
    'app://desk/assets/%2E%2E%2Findex.html',
    'app://desk/assets%2findex.js',
    'app://desk/assets\\..\\index.js',
    'app://desk/assets/index.js:secret',
    'app://desk/assets/index.js::$DATA',
    'app://desk/assets/index.js\0.css',
    'app://desk/assets/index.js.',
    'app://desk/assets/.env',
    'app://desk/assets/INDEX~1.JS',
    'app://desk/assets/nul.js',
    'app://desk/assets/COM1.css',
    'app://desk/assets/con/index.js',
    'app://desk/assets//index.js',
    'app://desk//etc/passwd',
    'app://desk/C:/Windows/win.ini',
    'app://desk/assets/index.js?x=1',
    'app://desk/assets/index.js.map',
    'app://desk/assets/page.db',
    'app://desk/package.json',
    'app://desk/sheet.html',
    'app://sheet/index.html',
    'app://desk@evil/index.html',
    'app://evil/index.html',
    'APP://desk/index.html',
    'file:///index.html',
    'https://desk/index.html',
    'app://desk/assets/toString',
    'app://desk/assets/x.constructor',
    'app://desk/assets/index.js\n',
    ''
  ])('%j is not there', url => {
    expect(resolveAsset(url)).toBeUndefined()
  })

  it('never lead out of their folder, on Linux or Windows, whatever is asked', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2e%2e',
      '/',
      '\\',
      ':',
      '\0',
      'assets',
      'index',
      '.js',
      '.html',
      '//',
      '~1',
      'nul',
      '$DATA',
      ' '
    )
    const path = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 40 })
    )
    fc.assert(
      fc.property(fc.constantFrom('app://desk/', 'app://sheet/', 'app://desk/assets/'), path, (start, rest) => {
        const found = resolveAsset(start + rest)
        if (found === undefined) return
        expect(posix.normalize(found)).toBe(found)
        expect(win32.normalize(found).replaceAll('\\', '/')).toBe(found)
        expect(posix.join('/pages', found).startsWith('/pages/')).toBe(true)
        expect(win32.resolve('C:\\pages', found).startsWith('C:\\pages\\')).toBe(true)
        expect(typeOf(found)).toBeDefined()
      }),
      { numRuns: 3000 }
    )
  })

  it('are answered at once even when a megabyte is asked for', () => {
    const begun = performance.now()
    expect(resolveAsset(`app://desk/${'a.'.repeat(500_000)}`)).toBeUndefined()
    expect(performance.now() - begun).toBeLessThan(50)
  })
})

describe('the type of a file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/a.js', 'text/javascript; charset=utf-8'],
    ['assets/a.css', 'text/css; charset=utf-8'],
    ['assets/a.woff2', 'font/woff2'],
    ['assets/a.svg', 'image/svg+xml'],
    ['assets/a.wasm', undefined],
    ['assets/a.constructor', undefined],
    ['assets', undefined]
  ])('of %s is %s', (path, type) => {
    expect(typeOf(path)).toBe(type)
  })
})
