import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { KEYS, useKey } from '../../src/renderer/keys'
import { Button } from '../../src/renderer/ui/Button'
import { Dialog } from '../../src/renderer/ui/Dialog'
import { List } from '../../src/renderer/ui/List'
import { show } from './show'

afterEach(() => vi.restoreAllMocks())

function Listener({ onKey }: { onKey: () => void }) {
  useKey(KEYS.callNext, onKey)
  return null
}

it('presses the button that shows the key, and not one that is switched off', async () => {
  const pressed: string[] = []
  const { rerender } = show(<Button shortcut={KEYS.newTicket} onClick={() => pressed.push('on')} />)
  await userEvent.keyboard('{F3}')
  rerender(<Button shortcut={KEYS.newTicket} disabled onClick={() => pressed.push('off')} />)
  await userEvent.keyboard('{F3}')
  expect(pressed).toEqual(['on'])
})

it('lets the keys of a screen sleep while a dialog lies above it', async () => {
  const heard: string[] = []
  show(
    <>
      <Listener onKey={() => heard.push('screen')} />
      <Dialog title="Tanya" onClose={() => {}}>
        <Button shortcut={KEYS.primary} onClick={() => heard.push('dialog')}>
          Simpan
        </Button>
      </Dialog>
    </>
  )
  await userEvent.keyboard('{F4}{Control>}{Enter}{/Control}')
  expect(heard).toEqual(['dialog'])
})

function TwoForms({ onSent }: { onSent: () => void }) {
  const [isSecond, setSecond] = useState(false)
  return (
    <>
      <Listener onKey={() => {}} />
      {isSecond ? (
        <Button key="second" shortcut={KEYS.primary} waitsToBeRead onClick={onSent} />
      ) : (
        <Button key="first" shortcut={KEYS.primary} onClick={() => setSecond(true)} />
      )}
    </>
  )
}

it('does not send what has only just come onto the screen when the key before it was pressed twice', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(10_000)
  let sent = 0
  show(<TwoForms onSent={() => sent++} />)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  now.mockReturnValue(10_400)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(sent).toBe(0)
  now.mockReturnValue(11_000)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(sent).toBe(1)
})

it('sends at once what was typed into first', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(10_000)
  let sent = 0
  show(<TwoForms onSent={() => sent++} />)
  await userEvent.keyboard('{Control>}{Enter}{/Control}a{Control>}{Enter}{/Control}')
  expect(sent).toBe(1)
})

it('moves through a list with arrows, Home and End, and opens with Enter', async () => {
  const opened: string[] = []
  show(
    <List label="Nomor" items={['U-001', 'U-002', 'U-003']} keyOf={one => one} onOpen={one => opened.push(one)} hasFocus>
      {one => one}
    </List>
  )
  await userEvent.keyboard('{ArrowDown}{Enter}{End}{Enter}{ArrowDown}{Home}{Enter}')
  expect(opened).toEqual(['U-002', 'U-003', 'U-001'])
})
