import { argon2id } from "hash-wasm";
import type { ArgonAnswer, ArgonQuestion } from "./argon.ts";

/** Argon2id beside the page: it takes half a second, and the page answers to touches meanwhile. One question, one answer. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: ArgonQuestion }) => void;
  postMessage(answer: ArgonAnswer): void;
};

page.onmessage = ({ data }) => {
  argon2id({ ...data, outputType: "binary" }).then(
    (raw) => page.postMessage({ raw }),
    (error: unknown) => page.postMessage({ failed: String(error) }),
  );
};
