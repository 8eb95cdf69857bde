// `node names.mjs minisearch|flexsearch NAMES QUERIES`: the names of a file (one a line) in a search library, then every query of a JSON file
// ({typo, prefix}) three times; prints one JSON line with build time, memory, milliseconds of each query and the lines it found.
import { readFileSync } from 'node:fs'
import process from 'node:process'

const [, , library, namesFile, queriesFile] = process.argv
const LIMIT = 20
const ROUNDS = 3

const rss = () => process.memoryUsage.rss() / 1e6
const names = readFileSync(namesFile, 'utf8').split('\n')
const queries = JSON.parse(readFileSync(queriesFile, 'utf8'))

/** Each with the settings that found most in trials, its own prefix search and its own tolerance of typos. */
const libraries = {
  async minisearch() {
    const { default: MiniSearch } = await import('minisearch')
    const index = new MiniSearch({ fields: ['name'] })
    index.addAll(names.map((name, id) => ({ id, name })))
    const found = hits => hits.slice(0, LIMIT).map(hit => hit.id)
    return {
      typo: text => found(index.search(text, { fuzzy: 0.2, combineWith: 'AND' })),
      prefix: text => found(index.search(text, { prefix: true, combineWith: 'AND' }))
    }
  },
  async flexsearch() {
    const { Charset, Index } = await import('flexsearch')
    const index = new Index({ tokenize: 'forward', encoder: Charset.LatinSoundex, resolution: 1 })
    names.forEach((name, id) => index.add(id, name))
    return {
      typo: text => index.search(text, { limit: LIMIT, suggest: true }),
      prefix: text => index.search(text, { limit: LIMIT })
    }
  }
}

globalThis.gc?.()
const before = rss()
const from = performance.now()
const search = await libraries[library]()
const buildSeconds = (performance.now() - from) / 1000
globalThis.gc?.()
const addedMb = rss() - before

const answer = { library, rows: names.length, buildSeconds, addedMb }
for (const kind of ['typo', 'prefix']) {
  const rounds = []
  let hits = []
  for (let round = 0; round < ROUNDS; round++) {
    const times = []
    hits = queries.map(query => {
      const start = performance.now()
      const found = search[kind](query[kind])
      times.push(performance.now() - start)
      return found
    })
    rounds.push(times)
  }
  answer[kind] = { rounds, hits }
}
process.stdout.write(`${JSON.stringify(answer)}\n`)
