export function VersionsScreen() {
  return <main id="main" />;
}
