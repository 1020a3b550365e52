export function FamiliesScreen() {
  return <main id="main" />;
}
