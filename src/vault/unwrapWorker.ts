import { unwrapWith } from "./recovery.ts";
import type { UnwrapAnswer, UnwrapQuestion } from "./unwrapBeside.ts";

/** age beside the page: see `unwrapBeside`. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: UnwrapQuestion }) => void;
  postMessage(answer: UnwrapAnswer): void;
};

page.onmessage = ({ data: { message, identity, file } }) => {
  void unwrapWith(identity, file).then(
    (plain) => {
      page.postMessage({ message, plain });
      // What was sent is a copy.
      plain?.fill(0);
    },
    () => page.postMessage({ message, failed: true }),
  );
};
