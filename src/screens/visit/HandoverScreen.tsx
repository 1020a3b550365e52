export function HandoverScreen() {
  return <main id="main" />;
}
