import { serve } from "./serve.ts";

/** The workers start after this, with this environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { url, close } = await serve();
  process.env.KEUKENTAFEL_URL = url;
  return close;
}
