// A thread of `npm run sim`: tells the stories that it is given.
import './extensionless.ts'

const { serveStories } = await import('../test/sync/sim/explore-beside.ts')
serveStories()
