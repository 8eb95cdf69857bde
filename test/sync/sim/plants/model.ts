import type { ModelDesk } from '../model-desk'
import type { ModelServer } from '../model-server'
import type { Desk } from '../node'
import type { World } from '../world'

/** Plants live in memory alone, where a bug can reach under the ports. */
export const modelDesk = ({ store }: Desk): ModelDesk => store as ModelDesk
export const modelServer = ({ server }: World): ModelServer => server as ModelServer
