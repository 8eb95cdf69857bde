import { QueryClient, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { isForTwo } from '#shared/permissions'
import type { Result } from '#shared/result'
import type { CommonProblem } from '#shared/rpc/call'
import type { Channel, DeskCall } from './api'
import { useNotify } from './ui/notify'

/** Calls never leave this machine, so a missing network must not pause them. */
export const newQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 0, structuralSharing: true },
      mutations: { networkMode: 'always', retry: false }
    }
  })

const COMMON: Record<CommonProblem['kind'], true> = {
  'invalid-input': true,
  unexpected: true,
  'disk-full': true,
  'not-signed-in': true,
  locked: true,
  'must-choose': true,
  'not-allowed': true,
  'district-unheard': true,
  'not-confirmed': true,
  'no-such-call': true,
  'too-many-calls': true,
  'desk-closed': true
}
const isCommon = (problem: { kind: string }): problem is CommonProblem => Object.hasOwn(COMMON, problem.kind)

export type Answer<O, P> = { value: O | undefined; problem: P | undefined; isPending: boolean; again: () => Promise<void> }

/** Calls whose answers do not come from the desk's data: what ships with the program, the printers outside, and an officer's own files. */
const NOT_DATA = /^(areas|directory|files|updates)\.|^(letters\.printers|extracts\.look)$/

/** Reads again whatever the changed data may have touched. */
export const readAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: query => !NOT_DATA.test(String(query.queryKey[0])) })

/** Reads again what tells of the district: what waits, what came back, how the line is, and a version of the program that came. */
export const readSyncAgain = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: query => /^(sync|updates)\./.test(String(query.queryKey[0])) })

/** After it nobody is signed in: the screens go, and what they would ask for once more could only be refused, and stand in the access log as such. */
const SIGNS_OUT = 'officers.signOut'

/** Asks again who is at the counter. */
export const readWhoWorksHere = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ queryKey: ['officers.me' satisfies Channel] })

/** Calls that talk to the district, a stick or a printer: they take their time, and what is saved here is saved already. */
const NOT_SAVING =
  /^(letters\.(print|printCopy|printPaper)|sync\.(sendNow|join|cancelJoin|writePack|readPacks)|backups\..*|erasure\..*|updates\..*|recovery\..*)$/

/** Nothing is saved before another officer has confirmed it, however long that takes. */
const isSaving = (channel: string): boolean => !NOT_SAVING.test(channel) && !isForTwo(channel as Channel)

/** Whether something is being saved on this computer right now. */
export const useIsSaving = (): boolean => useIsMutating({ predicate: ({ options }) => isSaving(String(options.mutationKey?.[0])) }) > 0

/**
 * Runs a read and runs it again whenever the desk announces changed data; the last answer stays visible meanwhile. `everyMs`: for what changes without an
 * announcement, more often or less by what was last seen. `isAskedAnew`: an answer from before this piece of the screen was there is none, for forms that begin with it.
 */
export function useCall<I, O, P>(
  call: DeskCall<I, O, P>,
  input: I,
  options: { enabled?: boolean; isAskedAnew?: boolean; everyMs?: number | ((latest: O | undefined) => number) } = {}
): Answer<O, P | CommonProblem> {
  const { everyMs } = options
  const waitAfter = (latest: Result<O, P | CommonProblem> | undefined): number => {
    if (typeof everyMs === 'function') return everyMs(latest?.ok ? latest.value : undefined)
    return everyMs ?? 0
  }
  const query = useQuery<Result<O, P | CommonProblem>>({
    queryKey: [call.channel, input],
    queryFn: async ({ client, queryKey }) => {
      const answer = await call(input)
      const { data, isInvalidated } = client.getQueryState(queryKey) ?? {}
      // a change that came before the first answer would be forgotten with it
      if (isInvalidated && data === undefined) setTimeout(() => void client.invalidateQueries({ queryKey, exact: true }))
      return answer
    },
    enabled: options.enabled ?? true,
    refetchInterval: one => waitAfter(one.state.data) || false,
    staleTime: one => waitAfter(one.state.data),
    placeholderData: (before, beforeQuery) => (beforeQuery?.queryKey[0] === call.channel ? before : undefined)
  })
  const { refetch } = query
  const again = useCallback(async () => {
    await refetch()
  }, [refetch])
  const thrown = query.error ? ({ kind: 'unexpected', reference: '' } as const) : undefined
  const answer = options.isAskedAnew && !query.isFetchedAfterMount ? undefined : query.data
  return {
    value: answer?.ok ? answer.value : undefined,
    problem: answer && !answer.ok ? answer.problem : thrown,
    isPending: query.isPending && query.fetchStatus !== 'idle',
    again
  }
}

export type Act<I, O, P> = { act: (input: I) => Promise<Result<O, P | CommonProblem>>; isBusy: boolean }

/**
 * Makes a call that changes something; problems that have nothing to do with the feature are shown at once, declared refusals are the caller's.
 * `onDone` runs before anything is read again.
 */
export function useAct<I, O, P extends { kind: string }>(call: DeskCall<I, O, P>, onDone?: (value: O) => void): Act<I, O, P> {
  const notify = useNotify()
  const queries = useQueryClient()
  const mutation = useMutation({ mutationKey: [call.channel], mutationFn: (input: I) => call(input) })
  const { mutateAsync } = mutation
  const act = useCallback(
    async (input: I): Promise<Result<O, P | CommonProblem>> => {
      const result = await mutateAsync(input).catch(
        (): Result<never, CommonProblem> => ({ ok: false, problem: { kind: 'unexpected', reference: call.channel } })
      )
      if (result.ok) onDone?.(result.value)
      const isNobodyHere = result.ok ? call.channel === SIGNS_OUT : result.problem.kind === 'not-signed-in'
      if (isNobodyHere) void readWhoWorksHere(queries)
      else if (result.ok) void readAgain(queries)
      if (!result.ok && isCommon(result.problem)) notify.problem(result.problem)
      return result
    },
    [mutateAsync, call, queries, notify, onDone]
  )
  return { act, isBusy: mutation.isPending }
}
