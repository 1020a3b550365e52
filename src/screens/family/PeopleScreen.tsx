export function PeopleScreen() {
  return <main id="main" />;
}
