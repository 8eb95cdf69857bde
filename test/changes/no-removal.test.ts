import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('[F21] no call of the desk and no screen removes a record: what was written is voided, ended or merged, and can be seen', () => {
  const sources = ['main', 'renderer', 'preload'].flatMap(part =>
    (readdirSync(join('src', part), { recursive: true }) as string[])
      .filter(name => /\.tsx?$/.test(name))
      .map(name => join('src', part, name))
  )
  expect(sources.length).toBeGreaterThan(300)
  expect(sources.filter(file => readFileSync(file, 'utf8').includes('tombstone'))).toEqual([])
})
