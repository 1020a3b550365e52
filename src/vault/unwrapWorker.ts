import { unwrapWith } from "./recovery.ts";
import type { UnwrapAnswer, UnwrapQuestion } from "./unwrapBeside.ts";

/** age beside the page: see `unwrapBeside`. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: UnwrapQuestion }) => void;
  postMessage(answer: UnwrapAnswer): void;
};

async function answer({ message, identity, file }: UnwrapQuestion): Promise<void> {
  try {
    const plain = await unwrapWith(identity, file);
    page.postMessage({ message, plain });
    // What was sent is a copy.
    plain?.fill(0);
  } catch {
    page.postMessage({ message, failed: true });
  }
}

// One after the other: side by side all would be ready at the very end, and the page would have nothing to do until then.
let last = Promise.resolve();
page.onmessage = ({ data }) => {
  last = last.then(() => answer(data));
};
