// `workload.ts DATA FLOW ACTS SEED`: does one flow in the folder that is named. After each answer it says what it has acknowledged.
import { writeSync } from 'node:fs'
import { closeDesk } from '#main/open-desk'
import { apiOf, openAt } from './desk-of.ts'
import { type FlowName, flows, saidBy } from './flows.ts'

const [, , data = '', name = 'day', acts = '60', seed = '1'] = process.argv
await flows[name as FlowName].run(
  {
    data,
    open: async () => {
      const desk = await openAt(data)
      return { desk, api: await apiOf(desk) }
    },
    ask: async (desk, call, more) => {
      const answer = await call
      if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`)
      writeSync(1, `ACK ${JSON.stringify({ ...saidBy(desk), ...more?.(answer.value) })}\n`)
      return answer.value
    },
    close: closeDesk
  },
  { acts: Number(acts), seed: Number(seed) }
)
