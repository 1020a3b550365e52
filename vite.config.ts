import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import localesPlugin from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { VitePWA, type VitePWAOptions } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const paper = "#f7f1e6";

/** React Aria's own words (of date fields, lists) for the languages that the interface speaks, and no others. */
const controlLocales = ["nl-NL", "en-US", "ar-AE", "tr-TR", "pl-PL", "uk-UA"];

type Screenshot = { src: string; sizes: string; type: string; form_factor: "wide" | "narrow" };

/** A PNG's width and height stand at bytes 16 and 20. */
function sizeOfPng(file: string): string {
  const bytes = readFileSync(file);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

/** What lies in public/screenshots, named wide-… or narrow-…, made by `npm run pictures`. */
function screenshots(): Screenshot[] {
  const folder = join(import.meta.dirname, "public/screenshots");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^(wide|narrow)-.*\.png$/.test(name))
    .sort()
    .map((name) => ({
      src: `/screenshots/${name}`,
      sizes: sizeOfPng(join(folder, name)),
      type: "image/png",
      form_factor: name.startsWith("wide") ? "wide" : "narrow",
    }));
}

function icon(size: number, purpose: "any" | "maskable" | "monochrome") {
  const name = purpose === "any" ? `icon-${size}` : `${purpose}-${size}`;
  return { src: `/icons/${name}.png`, sizes: `${size}x${size}`, type: "image/png", purpose };
}

/** Shortcuts and screenshots show on a home screen that others may see: no family's name, ever. */
const manifest: VitePWAOptions["manifest"] = {
  id: "/",
  name: "Keukentafel",
  short_name: "Keukentafel",
  description: "Het gesprek aan de keukentafel, ook zonder netwerk.",
  lang: "nl",
  dir: "ltr",
  start_url: "/",
  scope: "/",
  display: "standalone",
  orientation: "any",
  theme_color: paper,
  background_color: paper,
  categories: ["productivity"],
  icons: [
    icon(192, "any"),
    icon(512, "any"),
    icon(192, "maskable"),
    icon(512, "maskable"),
    icon(512, "monochrome"),
  ],
  screenshots: screenshots(),
  shortcuts: [
    { name: "Gezinnen", url: "/families", icons: [icon(192, "any")] },
    { name: "Nummers", url: "/numbers", icons: [icon(192, "any")] },
  ],
};

/**
 * Everything is in the first visit's cache, and a new version waits until the app itself says that it may take over:
 * neither skipWaiting nor clientsClaim, since both would change the code under an open screen.
 */
const serviceWorker: Partial<VitePWAOptions> = {
  registerType: "prompt",
  injectRegister: null,
  strategies: "generateSW",
  filename: "sw.js",
  manifestFilename: "manifest.webmanifest",
  manifest,
  workbox: {
    globPatterns: ["**/*.{js,css,html,svg,png,woff2,json,txt,wasm}"],
    globIgnores: ["screenshots/**"],
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    navigateFallback: "index.html",
    navigateFallbackDenylist: [/^\/api(\/|$)/],
    ignoreURLParametersMatching: [/./],
    cleanupOutdatedCaches: true,
    skipWaiting: false,
    clientsClaim: false,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
};

/** The page that checks whether everything is here for offline reads this list; it is written before the worker is. */
const listOfFiles: Plugin = {
  name: "list-of-files",
  apply: "build",
  writeBundle({ dir = "dist" }) {
    const files = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/")}`)
      .filter((file) => !file.startsWith("/screenshots/") && file !== "/sw.js" && file !== "/files.json");
    writeFileSync(join(dir, "files.json"), JSON.stringify(files.sort()));
  },
};

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8")) as {
  version: string;
};

const pure = "tests/{commands,domain,i18n,protocol,reports,together,ui,words}/**/*.test.{ts,tsx}";

/** A slow machine is not a fault: no test asserts a time. */
const quick = { environment: "node", testTimeout: 60_000, hookTimeout: 60_000 } as const;

/** Database, vault and journal, with what they stand on. */
const core =
  /node_modules[\\/](dexie|cborg)[\\/]|[\\/]src[\\/](vault|store)[\\/]|[\\/]src[\\/]app[\\/](world|current|families|lock|ownWorld)\.ts$/;

/** Of those, what no first screen needs. */
const later =
  /[\\/](argonWorker|backup|bundles|dutchWords|grants|invitationKey|lateRows|root|seedKey|sharedKeys|statements|diskLedger|entryChanges|entryQueries|ledgerEntries|ledgerLogs|ledgerSending|newVault|receiving|remembered|removal|rewraps|sealAnew|unsentRows|unwrapBeside|unwrapWorker|vouching|writingTogether)\.ts$/;

const routerBuild = join(import.meta.dirname, "node_modules/react-router/dist/production/index.mjs");

export default defineConfig({
  define: { "import.meta.env.VITE_VERSION": JSON.stringify(version) },
  plugins: [
    { ...localesPlugin.vite({ locales: controlLocales }), enforce: "pre" },
    react(),
    listOfFiles,
    VitePWA(serviceWorker),
  ],
  build: {
    outDir: "dist",
    // A data: font or script would fall outside the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes seldom, and the lock screen needs all of it.
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            // And this: in one file it packs better than in the dozen that its users would make of it.
            { name: "core", test: (id: string) => core.test(id) && !later.test(id) },
            // One file per language for the words of all instruments, rather than a hundred small ones.
            {
              debugName: "words",
              name: (id: string) =>
                /[\\/]locales[\\/](\w+)[\\/]instruments[\\/]/.exec(id)?.[1]?.concat("-instruments") ?? null,
            },
          ],
        },
      },
    },
  },
  resolve: {
    // The package gives its development build to whoever asks, with warnings that nobody reads here.
    alias: [{ find: /^react-router$/, replacement: routerBuild }],
  },
  server: { port: 5173 },
  test: {
    // The default leaves one core idle, which on a machine with two is half of it.
    maxWorkers: "100%",
    globalSetup: "tests/sharedPostgres.ts",
    // Tests name days: those of where the app is used, wherever they run.
    env: { TZ: "Europe/Amsterdam" },
    projects: [
      // What has a database, a global or a mock of its own: each file with modules of its own.
      {
        extends: true,
        test: {
          name: "unit",
          ...quick,
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [
            pure,
            "tests/*.test.ts",
            "tests/{e2e,size,bench,converge,server}/**",
            "**/node_modules/**",
          ],
        },
      },
      // The rest shares nothing that changes: its modules are loaded once, in half the time.
      {
        extends: true,
        test: { name: "unit-pure", ...quick, isolate: false, include: [pure, "tests/*.test.ts"] },
      },
      // Over three engines, one of them a PostgreSQL that is started for it.
      {
        extends: true,
        test: { name: "relay", ...quick, isolate: false, include: ["tests/server/**/*.test.ts"] },
      },
      // A thousand bad years: minutes, on all cores.
      {
        extends: true,
        test: { name: "converge", ...quick, include: ["tests/converge/**/*.test.ts"] },
      },
      // Reads the finished build: `npm run build` comes first.
      {
        extends: true,
        test: {
          name: "size",
          environment: "node",
          include: ["tests/size/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
