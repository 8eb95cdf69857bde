// `npm run district -- [serve|init|enrol-code|confirm|devices|revoke|backup|restore|status]`: the district server and what its administrator does.
import { runCommand } from '../src/server/cli/run'

const shell = {
  env: process.env,
  say: (text: string) => void process.stdout.write(`${text}\n`),
  log: (line: string) => void process.stderr.write(line),
  now: () => Date.now()
}
process.exitCode = await runCommand(shell, process.argv.slice(2))
