export function DirectoryScreen() {
  return <p>DirectoryScreen</p>
}
