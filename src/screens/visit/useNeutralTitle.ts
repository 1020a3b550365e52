import { useEffect } from "react";

/** A printed page carries the document's title, and a PDF gets it as its name: here it says only that it is a sheet. */
export function useNeutralTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
