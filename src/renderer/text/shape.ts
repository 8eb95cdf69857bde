/** The same keys, every one a sentence: a language with a missing or a surplus key does not compile. */
export type Shape<T> = { [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
