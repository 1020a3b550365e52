export function LeaveBehindScreen() {
  return <main id="main" />;
}
