import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { chooseLanguage } from '../../src/renderer/text/i18n'
import { DonePlace, useNotify } from '../../src/renderer/ui/notify'
import { show } from './show'

/** A screen with a deed, a way to another screen, and a deed that opens another screen. */
function Screen() {
  const notify = useNotify()
  const save = () => notify.done('Kasus tersimpan.')
  return (
    <>
      <button type="button" onClick={save}>
        Simpan
      </button>
      <button type="button" onClick={() => notify.problem({ kind: 'locked' })}>
        Gagal
      </button>
      <button type="button" onClick={notify.moved}>
        Layar lain
      </button>
      <button
        type="button"
        onClick={() => {
          save()
          notify.moved()
        }}
      >
        Simpan dan lanjut
      </button>
    </>
  )
}

const press = async (...names: string[]) => {
  for (const name of names) await userEvent.click(screen.getByRole('button', { name }))
}

describe('what was done', () => {
  it('is said in the foot of the screen, where there is one', async () => {
    show(
      <>
        <Screen />
        <footer>
          <DonePlace />
        </footer>
      </>
    )
    await press('Simpan')
    expect(within(screen.getByRole('contentinfo')).getByRole('status').textContent).toBe('Kasus tersimpan.')
  })

  it('goes when the language is switched, rather than stay in the other one', async () => {
    show(<Screen />)
    await press('Simpan')
    await act(async () => await chooseLanguage('en'))
    expect(screen.queryByRole('status')).toBeNull()
    await chooseLanguage('id')
  })

  it('is said', async () => {
    show(<Screen />)
    await press('Simpan')
    expect(screen.getByRole('status').textContent).toBe('Kasus tersimpan.')
  })

  it('goes when the officer opens another screen, however soon', async () => {
    show(<Screen />)
    await press('Simpan', 'Layar lain')
    expect(screen.queryByRole('status')).toBeNull()
  })

  it('stays on the screen that the deed itself opened, until the next', async () => {
    show(<Screen />)
    await press('Simpan dan lanjut')
    expect(screen.getByRole('status').textContent).toBe('Kasus tersimpan.')
    await press('Layar lain')
    expect(screen.queryByRole('status')).toBeNull()
  })
})

it('a problem stays on every screen until it is put away', async () => {
  show(<Screen />)
  await press('Gagal', 'Layar lain')
  expect(screen.getByRole('alert')).toBeTruthy()
  await press('Tutup')
  expect(screen.queryByRole('alert')).toBeNull()
})
