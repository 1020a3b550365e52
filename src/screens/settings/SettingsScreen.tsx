export function SettingsScreen() {
  return <main id="main" />;
}
