import { isSignedBy } from "./signature.ts";
import type { SignatureAnswers, SignatureQuestions } from "./verifyBeside.ts";

/** Ed25519 beside the page. What it is asked is public: names of devices, hashes, signatures. */
const page = globalThis as unknown as {
  onmessage: (event: { readonly data: SignatureQuestions }) => void;
  postMessage(answers: SignatureAnswers): void;
};

page.onmessage = ({ data: { message, questions } }) => {
  void Promise.all(questions.map((question) => isSignedBy(...question))).then((signed) =>
    page.postMessage({ message, signed }),
  );
};
