// `npm run mutants`: takes each setting of the window's policy away, one at a time, in a copy of the project, and runs the tests that stand behind them.
// A setting whose tests still pass protects nothing by them. `-- WORD`: only settings with that word. Prints the table of docs/security.md; ends with 1 when any survives.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notUnderstood, said } from './said.ts'
import { MUTANTS, type Mutant } from './security/shell-mutants.ts'

const USAGE = 'npm run mutants -- [WORD]'
const [word = ''] = said(USAGE, {}, 1).positionals
const asked = MUTANTS.filter(({ what }) => what.includes(word))
if (asked.length === 0) notUnderstood(`No setting has the word ${word}.`, USAGE)

const ROOT = join(import.meta.dirname, '..')
const TESTS = [
  'test/security/policy.test.ts',
  'test/security/sources.test.ts',
  'test/security/argv.test.ts',
  'test/electron/policy-in-electron.test.ts',
  'test/electron/visitor-window.test.ts',
  'test/electron/away.test.ts'
]
const copy = mkdtempSync(join(tmpdir(), 'loket-mutants-'))
for (const name of ['src', 'test', 'build', 'scripts', 'package.json', 'vitest.config.ts', 'tsconfig.base.json', 'tsconfig.json'])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true })
for (const name of ['node_modules', 'out']) symlinkSync(join(ROOT, name), join(copy, name))

/** The first test that notices; undefined when none does. */
function noticedBy({ file, find, put }: Mutant): string | undefined {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  if (!whole.includes(find)) throw new Error(`${file} does not say ${find}`)
  writeFileSync(path, whole.replace(find, put))
  try {
    const { status, stdout, stderr } = runTests()
    if (status === 0) return undefined
    return /FAIL\s+(?:\|\w+\|\s+)?(.+)/.exec(`${stdout}${stderr}`)?.[1]?.trim() ?? 'the tests do not start'
  } finally {
    writeFileSync(path, whole)
  }
}

const runTests = () =>
  spawnSync(process.execPath, [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--bail', '1', ...TESTS], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' }
  })

try {
  if (runTests().status !== 0) throw new Error('the tests fail before anything is taken away')
  let survivors = 0
  process.stdout.write('| item | setting | the test that fails without it |\n|---|---|---|\n')
  for (const mutant of asked) {
    const test = noticedBy(mutant)
    if (test === undefined) survivors++
    process.stdout.write(`| ${mutant.item} | ${mutant.what} | ${test?.replaceAll('|', '\\|') ?? '**none**'} |\n`)
  }
  process.exitCode = survivors > 0 ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
