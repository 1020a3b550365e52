export function NumbersScreen() {
  return <main id="main" />;
}
