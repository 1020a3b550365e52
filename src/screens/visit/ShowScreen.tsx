export function ShowScreen() {
  return <main id="main" />;
}
