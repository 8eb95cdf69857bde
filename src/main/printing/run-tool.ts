import { execFile } from 'node:child_process'

/** `ended`: the tool ran to its end. `missing`: it is not installed. `timed-out`: it was killed. */
export type ToolAnswer =
  | { kind: 'ended'; code: number; stdout: string; stderr: string }
  | { kind: 'missing' }
  | { kind: 'timed-out' }
  | { kind: 'aborted' }

export type ToolRun = {
  env: NodeJS.ProcessEnv
  timeoutMs: number
  stdin?: Uint8Array
  signal?: AbortSignal | undefined
}

/** Runs one program without a shell; never rejects. Output past 1 MB kills it. */
export function runTool(file: string, args: readonly string[], { env, timeoutMs, stdin, signal }: ToolRun): Promise<ToolAnswer> {
  return new Promise(resolve => {
    const child = execFile(
      file,
      args,
      { env, timeout: timeoutMs, killSignal: 'SIGKILL', maxBuffer: 1_000_000, windowsHide: true, ...(signal && { signal }) },
      (error, stdout, stderr) => {
        if (signal?.aborted) resolve({ kind: 'aborted' })
        else if (error && error.code === 'ENOENT') resolve({ kind: 'missing' })
        else if (error?.killed) resolve({ kind: 'timed-out' })
        else resolve({ kind: 'ended', code: error ? Number(error.code) || 1 : 0, stdout, stderr })
      }
    )
    // A program that ends without reading all its input closes the pipe; its exit code tells the rest.
    child.stdin?.on('error', () => {})
    child.stdin?.end(stdin ?? '')
  })
}
