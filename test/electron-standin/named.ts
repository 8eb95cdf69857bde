import { EventEmitter } from 'node:events'

// what JavaScript itself, Node's inspector and test tools look up on any object
const asked = new Set(['then', 'toJSON', 'domain', 'nodeType', 'asymmetricMatch', '$$typeof', 'inspect'])

/** The error of a part of Electron that the stand-in does not have: it names that part. */
export function notThere(name: string): Error {
  return new Error(`stand-in: electron.${name} is not there`)
}

/** Gives back `target` so that reading a property it lacks throws with the property's name. */
export function named<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (from, key, self) => {
      if (typeof key === 'symbol' || key in from || asked.has(key) || key.startsWith('_')) return Reflect.get(from, key, self)
      throw notThere(`${name}.${key}`)
    }
  })
}

/** A whole module of Electron that is not there: naming it is allowed, every use throws. */
export function missing(name: string): never {
  const use = (key: string | symbol) => notThere(typeof key === 'symbol' ? name : `${name}.${key}`)
  return new Proxy(class {}, {
    get: (_, key) => {
      if (typeof key === 'symbol' || asked.has(key)) return undefined
      throw use(key)
    },
    apply: () => {
      throw notThere(name)
    },
    construct: () => {
      throw notThere(name)
    }
  }) as never
}

/** An event as Electron hands it out: a listener may prevent what it announces. */
export type Preventable = { preventDefault(): void; readonly defaultPrevented: boolean }

/** A fresh event, carrying `facts` beside the means to prevent it. */
export function preventable<T extends object>(facts: T): T & Preventable {
  let isPrevented = false
  const preventDefault = (): void => {
    isPrevented = true
  }
  return Object.defineProperty({ ...facts, preventDefault }, 'defaultPrevented', { get: () => isPrevented }) as T & Preventable
}

/** An emitter that refuses listeners for events it does not know: waiting for what never comes is a mistake too. */
export class NamedEmitter extends EventEmitter {
  constructor(name: string, events: readonly string[]) {
    super()
    const known = new Set([...events, 'newListener', 'removeListener', 'error'])
    super.on('newListener', (event: string | symbol) => {
      if (typeof event === 'string' && !known.has(event)) throw notThere(`${name} event '${event}'`)
    })
  }
}
