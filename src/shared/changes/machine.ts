/** A state machine as a table: from each state, the states that may follow. A state that nothing follows is an ending. */
export type Machine<State extends string> = Readonly<Record<State, readonly State[]>>

export const mayMove = <State extends string>(machine: Machine<State>, from: State, to: State): boolean => machine[from].includes(to)
export const isEnding = <State extends string>(machine: Machine<State>, state: State): boolean => machine[state].length === 0
