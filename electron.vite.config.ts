import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  // everything is bundled but the native addon, which is the only entry of `dependencies`
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          'pdf-worker': 'src/main/letters/pdf-worker.ts',
          'backup-worker': 'src/main/backups/backup-worker.ts',
          'registry-worker': 'src/main/registry/registry-worker.ts',
          'list-worker': 'src/registry/import/import-worker.ts',
          'password-worker': 'src/main/officers/password-worker.ts'
        }
      },
      reportCompressedSize: false
    }
  },
  preload: {
    build: {
      // a sandboxed preload can require nothing but electron: each has to be one file
      externalizeDeps: false,
      isolatedEntries: true,
      minify: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts', sheet: 'src/preload/sheet.ts', visitor: 'src/preload/visitor.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      minify: true,
      // the content policy knows no data: address but that of a picture
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: 'src/renderer/index.html', sheet: 'src/renderer/sheet.html', visitor: 'src/renderer/visitor.html' }
      }
    }
  }
})
