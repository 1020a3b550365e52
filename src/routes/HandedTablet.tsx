/** The family's screen, with a session made from what the tablet was handed over with. */
export function HandedTablet() {
  return <main id="main" />;
}
