import { z } from 'zod'

// Zod would try to compile its checks from text, which the content policy forbids; imported before any schema is made.
z.config({ jitless: true })
