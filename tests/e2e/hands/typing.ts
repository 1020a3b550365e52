import type { Page } from "@playwright/test";

export type TypingWishes = {
  readonly text: string;
  /** Buttons that are pressed first, once each, by the words on them: what they open has fields too. */
  readonly press: readonly string[];
  /** Within every fold that opens: a number on each scale, so that what follows a number is asked. */
  readonly score: boolean;
  /** Buttons of which the first that stands there is pressed at the end, by the words on them. */
  readonly onward: readonly string[];
};

/**
 * Types into every field of the page and of what unfolds on it, in one round trip, as fingers do: by the browser's own
 * editing, which is what it would keep. Each gets the text and a number; the last stays half typed.
 * @returns the labels of the fields.
 */
export const typeEverywhere = (page: Page, wishes: TypingWishes): Promise<string[]> =>
  page.evaluate(async ({ text, press, score, onward }: TypingWishes) => {
    const labels: string[] = [];
    const met = new WeakSet<Element>();
    const within = (selector: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>("main, dialog[open], [role=dialog]")].flatMap((part) => [
        ...part.querySelectorAll<HTMLElement>(selector),
      ]);
    const isShown = (one: HTMLElement): boolean =>
      one.checkVisibility() && one.closest("[aria-hidden=true]") === null;
    /** Until nothing on the page has changed for a moment. */
    const settled = (stillMillis: number): Promise<void> =>
      new Promise((resolve) => {
        const done = (): void => {
          watcher.disconnect();
          clearTimeout(still);
          clearTimeout(latest);
          resolve();
        };
        let still = setTimeout(done, stillMillis);
        const latest = setTimeout(done, 1500);
        const watcher = new MutationObserver(() => {
          clearTimeout(still);
          still = setTimeout(done, stillMillis);
        });
        watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    const labelOf = (field: HTMLInputElement | HTMLTextAreaElement): string =>
      field.labels?.[0]?.textContent?.trim() ?? field.getAttribute("aria-label") ?? field.outerHTML;
    /** An empty line more is offered under each free line: one of them is enough. */
    const isOneMore = (field: HTMLInputElement | HTMLTextAreaElement): boolean =>
      [
        ...(field
          .closest(".ui-field")
          ?.parentElement?.querySelectorAll<HTMLInputElement>("input, textarea") ?? []),
      ].some((other) => other !== field && labelOf(other) === labelOf(field) && other.value.startsWith(text));
    const fill = (): void => {
      for (const one of within("input, textarea")) {
        const field = one as HTMLInputElement | HTMLTextAreaElement;
        const isText = ["text", "search", "tel", "email", "url", "password", "textarea"].includes(field.type);
        if (!isText || met.has(field) || !isShown(field) || field.readOnly || field.disabled) continue;
        met.add(field);
        if (isOneMore(field)) continue;
        field.focus();
        field.select();
        document.execCommand("insertText", false, `${text} ${labels.length}`);
        labels.push(labelOf(field));
      }
    };
    const rate = async (): Promise<void> => {
      for (const scale of within("[role=radiogroup]")) {
        if (met.has(scale) || !isShown(scale)) continue;
        met.add(scale);
        [...scale.querySelectorAll<HTMLElement>("[role=radio]")]
          .find((one) => one.textContent === "5")
          ?.click();
        await settled(120);
      }
    };
    await settled(150);
    const buttonSaying = (words: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLButtonElement>("button:enabled")].find(
        (one) => one.textContent?.trim() === words && isShown(one),
      );
    for (const words of press) {
      const button = buttonSaying(words);
      button?.click();
      if (button) await settled(250);
    }
    if (score) await rate();
    fill();
    for (let folds = 0; folds < 400; folds += 1) {
      const fold = within("button[aria-expanded=false]:not([aria-haspopup])").find(
        (one) => !met.has(one) && isShown(one),
      );
      if (!fold) break;
      met.add(fold);
      fold.click();
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (score) await rate();
      fill();
    }
    await settled(60);
    fill();
    const last = onward.map(buttonSaying).find((one) => one !== undefined);
    last?.click();
    if (last) await settled(60);
    return labels;
  }, wishes);
