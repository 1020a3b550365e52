import decodeQr from "qr/decode.js";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { QrCode } from "../../src/ui/QrCode.tsx";

/** The picture as a camera sees it: each module eight dots wide. */
function photographed(svg: string): { width: number; height: number; data: Uint8Array } {
  const scale = 8;
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row += 1)
      for (let column = 0; column < Number(length) * scale; column += 1) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.set([0, 0, 0], at);
      }
  return { width, height: width, data };
}

test("a camera reads from the picture what it was made of, and it has no style of its own", () => {
  const link = `https://voorbeeld.nl/agency/join#${"0123456789abcdef".repeat(2)}.${"aB3_-".repeat(8)}xyz`;
  const svg = renderToString(<QrCode text={link} label="De link" />);
  expect(decodeQr(photographed(svg))).toBe(link);
  expect(svg).not.toContain("style=");
  expect(svg).toContain('aria-label="De link"');
});
