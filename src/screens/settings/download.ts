/** Gives the browser a file to keep. Its name tells a date and nothing else. */
export function download(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it in its own time; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
