// Lets Node run the main process's own sources: their relative imports name no file ending, which the bundler fills in and Node does not.
import { registerHooks } from 'node:module'

registerHooks({
  resolve: (name, context, next) => {
    const isOurs = /^\.{1,2}\//.test(name) && !/\.(?:ts|mjs|js|cjs|json)$/.test(name) && !context.parentURL?.includes('/node_modules/')
    return next(isOurs ? `${name}.ts` : name, context)
  }
})
