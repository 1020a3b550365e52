export function SavedScreen() {
  return <main id="main" />;
}
