export function ObstacleScreen() {
  return <main id="main" />;
}
