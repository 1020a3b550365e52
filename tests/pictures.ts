import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { drawApp } from "./appPictures.ts";
import { browserFlags, chromiumPath } from "./browser.ts";

/** `npm run pictures` draws every icon anew from public/favicon.svg, and pictures of the app from its last build. */

const root = join(import.meta.dirname, "..");
const drawing = readFileSync(join(root, "public/favicon.svg"), "utf8");

const inner = drawing.replace(/^<svg[^>]*>\s*<rect[^>]*\/>/, "").replace(/<\/svg>\s*$/, "");

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">${content}</svg>`;

/** A launcher cuts any shape out of a maskable icon, but leaves the middle circle of four fifths. */
const maskable = svg(
  `<rect width="512" height="512" fill="#1f5c4d"/><g transform="translate(256 256) scale(.7) translate(-256 -270)">${inner.replace("M256 0v92", "M256-400v492")}</g>`,
);

/** Only its opacity counts: the system gives it a colour. */
const monochrome = svg(
  `<g transform="translate(256 256) scale(.8) translate(-256 -270)">${inner.replaceAll(/#[0-9a-f]{6}/g, "#ffffff")}</g>`,
);

const pictures = [
  { name: "icon-192", size: 192, content: drawing },
  { name: "icon-512", size: 512, content: drawing },
  { name: "maskable-192", size: 192, content: maskable },
  { name: "maskable-512", size: 512, content: maskable },
  { name: "monochrome-512", size: 512, content: monochrome },
];

async function draw(browser: Browser, picture: (typeof pictures)[number]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: picture.size, height: picture.size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw}</style>${picture.content}`);
  await page.screenshot({ path: join(root, `public/icons/${picture.name}.png`), omitBackground: true });
  await page.close();
}

const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...browserFlags] });
try {
  for (const picture of pictures) await draw(browser, picture);
  await drawApp(browser);
} finally {
  await browser.close();
}
