import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { makeRunFolder } from './run-folder'

/** Builds the reference file once, before the first test, when it is older than what it is made of; gives all files a folder for what they write. */
export async function setup(project: TestProject): Promise<() => void> {
  await import('../../scripts/build-reference')
  const folder = makeRunFolder()
  // what a test file asks for in its temporary folder, and the programs that it starts
  process.env.TMPDIR = folder
  project.provide('runFolder', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
