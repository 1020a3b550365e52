import { childTalkKind } from "../domain/childTalk.ts";
import { writeRecord } from "./records.ts";

/** "Het kind begon zelf": written down at once, whatever has or has not been prepared. Fields as in `childTalkFields`. */
export const noteChildTalk = writeRecord(childTalkKind, "childTalkNoted");
