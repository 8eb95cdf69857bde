// `workload.ts ROOT FLOWS ACTS SEED`: does flows, each in the folder of its name below the root. After each answer it says what it has acknowledged.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { closeDesk } from '#main/open-desk'
import { apiOf, openAt } from './desk-of.ts'
import { type FlowName, flows } from './flows.ts'
import { saidBy } from './said-by.ts'

const [, , root = '', names = 'day', acts = '60', seed = '1'] = process.argv
for (const flow of names.split(',') as FlowName[]) {
  const data = join(root, flow, 'data')
  await flows[flow].run(
    {
      data,
      open: async () => {
        const desk = await openAt(data)
        return { desk, api: await apiOf(desk) }
      },
      ask: async (desk, call, more) => {
        const answer = await call
        if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`)
        writeSync(1, `ACK ${JSON.stringify({ flow, ...saidBy(desk), ...more?.(answer.value) })}\n`)
        return answer.value
      },
      close: closeDesk
    },
    { acts: Number(acts), seed: Number(seed) }
  )
}
