export function OpenCasesScreen() {
  return <p>OpenCasesScreen</p>
}
