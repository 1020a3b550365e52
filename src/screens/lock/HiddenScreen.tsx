export function HiddenScreen() {
  return <main id="main" />;
}
