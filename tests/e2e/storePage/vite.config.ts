import { join } from "node:path";
import { defineConfig } from "vite";

/** The page of store.spec.ts, bundled as the app is. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: "error",
  build: {
    outDir: join(import.meta.dirname, "../../../test-results/store"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
