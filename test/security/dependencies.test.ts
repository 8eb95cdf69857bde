import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Entry = {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  hasInstallScript?: boolean
  dev?: boolean
  optional?: boolean
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
const own = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
  allowScripts: Record<string, boolean>
}
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

describe('F38: what others wrote', () => {
  it('comes in exact versions', () => {
    for (const [name, version] of Object.entries({ ...own.dependencies, ...own.devDependencies }))
      expect([name, version]).toEqual([name, expect.stringMatching(/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/)])
  })

  it('is named in the lock with a hash of its bytes, and comes from nowhere but a registry', () => {
    expect(packages.length).toBeGreaterThan(300)
    for (const [path, { resolved, integrity }] of packages) {
      if (integrity !== undefined) expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-/)])
      if (resolved !== undefined) expect([path, resolved]).toEqual([path, expect.stringMatching(/^https:\/\//)])
    }
    expect(packages.filter(([, { integrity, resolved }]) => resolved !== undefined && integrity === undefined)).toEqual([])
  })

  it('reaches an office’s PC as one package: the database', () => {
    expect(Object.keys(own.dependencies)).toEqual(['better-sqlite3'])
  })

  it('runs nothing when it is installed, but for the Node that the project runs on', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.replace(/^.*node_modules\//, ''))
    for (const name of scripted) expect([name, Object.hasOwn(own.allowScripts, name) || name === 'fsevents']).toEqual([name, true])
    expect(Object.entries(own.allowScripts).flatMap(([name, isAllowed]) => (isAllowed ? [name] : []))).toEqual(['node'])
    for (const name of ['install', 'preinstall', 'postinstall', 'prepare']) expect(own.scripts).not.toHaveProperty(name)
  })
})
