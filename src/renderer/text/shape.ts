type OneOf<Key> = Key extends `${infer Counted}_other` ? `${Counted}_one` : never
/**
 * The same keys, every one a sentence: a language with a missing or a surplus key does not compile. Where Indonesian counts
 * (`_other`, its only form), the language also says it of one (`_one`).
 */
export type Shape<T> = {
  [K in keyof T | OneOf<keyof T>]: K extends keyof T ? (T[K] extends string ? string : Shape<T[K]>) : string
}
