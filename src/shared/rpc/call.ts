import type { z } from 'zod'
import type { Result } from '#shared/result'

export type Call<Input extends z.ZodType, Output, Refusal> = { input: Input; types?: { output: Output; refusal: Refusal } }
export type Contract = Record<string, Record<string, Call<z.ZodType, unknown, unknown>>>

/** Declares one request: its answer and refusals as types, its input as a schema. */
export const call =
  <Output, Refusal extends { kind: string } = never>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output, Refusal> => ({ input })

/** Why the data of this desk could not be opened; the recovery screen has a sentence for each. */
export type ClosedReason =
  | 'in-use'
  | 'newer-version'
  | 'foreign-database'
  | 'damaged'
  | 'database-missing'
  /** It can be read, and a copy was made when it held more. */
  | 'work-missing'
  | 'key-missing'
  | 'key-unreadable'
  | 'no-keychain'
  | 'disk-full'
  | 'no-access'
  /** The program failed at it in a way that it does not know; its log says how. */
  | 'not-opened'
  /** This PC was erased: there is nothing to open. */
  | 'erased'
  /** It is being erased, and something cannot be removed yet: nothing is opened. */
  | 'not-erased'

/** Another officer's name and secret, typed by themselves beside the officer who makes the call. */
export type Second = { officerId: string; pin: string } | { officerId: string; password: string }

/** Why a call that two officers make together was not confirmed; `must-choose`: that officer has only a PIN that somebody else gave. */
export type Unconfirmed =
  | 'nobody'
  | 'same-officer'
  | 'may-not'
  | 'must-choose'
  | 'wrong-pin'
  | 'wrong-password'
  | 'password-needed'
  | 'help-needed'
  | 'wait'

/** Ways any call may fail, whatever the feature. */
export type CommonProblem =
  | { kind: 'invalid-input'; fields: string[] }
  | { kind: 'unexpected'; reference: string }
  | { kind: 'disk-full' }
  | { kind: 'not-signed-in' }
  | { kind: 'locked' }
  | { kind: 'must-choose' }
  | { kind: 'not-allowed' }
  /** The district was not heard for so many days. */
  | { kind: 'district-unheard'; days: number }
  /** `seconds` are those to wait, else 0. */
  | { kind: 'not-confirmed'; why: Unconfirmed; seconds: number }
  | { kind: 'no-such-call' }
  /** The page calls without end; it is heard again after a moment. */
  | { kind: 'too-many-calls' }
  | { kind: 'desk-closed'; reason: ClosedReason }

type Sent<C> = C extends Call<infer I, infer _O, infer _R> ? z.input<I> : never
type Parsed<C> = C extends Call<infer I, infer _O, infer _R> ? z.output<I> : never
type Output<C> = C extends Call<infer _I, infer O, infer _R> ? O : never
type Refusal<C> = C extends Call<infer _I, infer _O, infer R> ? R : never

/** What the renderer sees; `second` goes with the calls that two officers make together. */
export type Api<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [N in keyof C[F]]: (
      input: Sent<C[F][N]>,
      second?: Second
    ) => Promise<Result<Output<C[F][N]>, Refusal<C[F][N]> | CommonProblem>>
  }
}

/** What the main process must implement for one feature. */
export type HandlersOf<F, Context> = {
  readonly [N in keyof F]: (context: Context, input: Parsed<F[N]>) => Promise<Result<Output<F[N]>, Refusal<F[N]>>>
}

/** Every reason that any call of a contract may refuse with. */
export type ProblemOf<C extends Contract> = { [F in keyof C]: { [N in keyof C[F]]: Refusal<C[F][N]> }[keyof C[F]] }[keyof C] | CommonProblem

/** `feature.name` of every call of a contract. */
export type ChannelOf<C extends Contract> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string]

type CallAt<C extends Contract, Ch> = Ch extends `${infer F}.${infer N}`
  ? F extends keyof C
    ? N extends keyof C[F]
      ? C[F][N]
      : never
    : never
  : never

/** What one call answers, by its channel. */
export type AnswerOf<C extends Contract, Ch extends ChannelOf<C>> = Output<CallAt<C, Ch>>
/** What one call is asked with after parsing, by its channel. */
export type QuestionOf<C extends Contract, Ch extends ChannelOf<C>> = Parsed<CallAt<C, Ch>>
