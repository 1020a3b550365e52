import { drawingText, hasRoom, strokesFrom } from "../domain/drawing.ts";
import { DrawingSheet } from "../ui/DrawingSheet.tsx";
import type { Place } from "./place.ts";
import type { ItemProps } from "./view.ts";

/** A drawing is kept as half-finished words are: sealed after every stroke, an entry when the sheet is left. */
export function DrawingItem({ place, words, item }: ItemProps & { readonly place: Place }) {
  const text = place.useText();
  const strokes = strokesFrom(text.value) ?? [];
  return (
    <DrawingSheet
      label={words.item(item)}
      strokes={strokes}
      onStrokes={(next) => text.onValue(drawingText(next))}
      onDone={(next) => text.onDone(drawingText(next))}
      isFull={!hasRoom(strokes)}
      words={{ undo: words.say("undo"), again: words.say("again") }}
    />
  );
}
