import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRefusedAtDesk, isRefusedAtVisitor, type Keystroke } from '#main/security/keystrokes'
import { KEYS } from '../../src/renderer/keys'

const keyOf = (chord: string): Keystroke => {
  const parts = chord.split('+')
  const has = (name: string) => parts.includes(name)
  return { type: 'keyDown', key: parts.at(-1) ?? '', control: has('Ctrl'), shift: has('Shift'), alt: has('Alt'), meta: has('Meta') }
}

describe('F30: keys at the officer’s window', () => {
  it.each(Object.values(KEYS).flat())('%s is the desk’s own and passes', chord => {
    expect(isRefusedAtDesk(keyOf(chord), true)).toBe(false)
  })

  it.each([
    'Ctrl+a',
    'Ctrl+c',
    'Ctrl+v',
    'Ctrl+x',
    'Ctrl+z',
    'Ctrl+y',
    'Ctrl+ArrowLeft',
    'Shift+Tab',
    'Delete',
    'Ctrl+Backspace',
    'Shift+Home'
  ])('%s belongs to writing and passes', chord => {
    expect(isRefusedAtDesk(keyOf(chord), true)).toBe(false)
  })

  it('lets every letter, digit and sign be typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.boolean(), (key, shift) => {
        expect(isRefusedAtDesk({ ...keyOf('x'), key, shift }, true)).toBe(false)
      })
    )
  })

  it.each([
    ...[
      'Ctrl+r',
      'Ctrl+Shift+R',
      'F5',
      'F11',
      'F12',
      'Ctrl+w',
      'Ctrl+n',
      'Ctrl+t',
      'Ctrl+o',
      'Ctrl+s',
      'Ctrl+p',
      'Ctrl+u',
      'Ctrl+j',
      'Ctrl+h'
    ],
    ...['Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C', 'Ctrl+0', 'Ctrl+=', 'Ctrl+-', 'Alt+F4', 'Alt+ArrowLeft', 'Alt+Home'],
    ...['Alt+ ', 'Meta+e', 'Meta+r', 'Ctrl+Tab', 'Ctrl+F4', 'BrowserBack', 'BrowserHome', 'LaunchMail', 'ContextMenu', 'Ctrl+d', 'Ctrl+k']
  ])('%s does nothing', chord => {
    expect(isRefusedAtDesk(keyOf(chord), true)).toBe(true)
  })

  it('leaves the tools to whoever develops the app', () => {
    for (const chord of ['F12', 'Ctrl+Shift+I', 'Ctrl+r', 'F5']) expect(isRefusedAtDesk(keyOf(chord), false)).toBe(false)
    expect(isRefusedAtDesk(keyOf('Ctrl+w'), false)).toBe(true)
  })
})

it('F30: at the visitor’s window nothing passes but moving between the buttons and pressing one', () => {
  const passing = new Set(['Tab', 'Enter', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('Tab', 'Enter', 'F5', 'Escape', 'ContextMenu')),
      fc.record({ control: fc.boolean(), alt: fc.boolean(), meta: fc.boolean(), shift: fc.boolean() }),
      (key, held) => {
        const isPlain = !held.control && !held.alt && !held.meta
        expect(isRefusedAtVisitor({ type: 'keyDown', key, ...held })).toBe(!(isPlain && passing.has(key)))
      }
    )
  )
})
