/** Items with their position as key: a sheet never changes once drawn, so the place of a line is its identity. */
export const numbered = <T>(items: readonly T[]): { key: string; item: T }[] => items.map((item, index) => ({ key: `n${index}`, item }))
