/** Builds the reference file once, before the first test, when it is older than what it is made of. */
export async function setup(): Promise<void> {
  await import('../../scripts/build-reference')
}
