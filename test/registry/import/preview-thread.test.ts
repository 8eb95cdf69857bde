import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { previewInThread } from '#registry/import/import-thread'

it('ends the thread that looks at a list when nobody waits for it, though it hears nothing in the midst of a workbook', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'preview-'))
  const program = join(folder, 'busy.mjs')
  writeFileSync(program, 'for (;;) {}')
  const leaving = new AbortController()
  const look = previewInThread(pathToFileURL(program), { file: 'list.xlsx', folder }, leaving.signal)
  leaving.abort()
  await expect(look).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
  rmSync(folder, { recursive: true })
})
