import { useCallback, useEffect, useState } from "react";

/** Only voices that are on the device: others send the words to a server. */
function localVoice(language: string): SpeechSynthesisVoice | undefined {
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

export type Speech = {
  readonly isPossible: boolean;
  readonly isSpeaking: boolean;
  speak(text: string): void;
  stop(): void;
};

/** Reads aloud in a language, on tap only and with a voice of the device. */
export function useSpeech(language: string): Speech {
  const [voice, setVoice] = useState(() => localVoice(language));
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(() => {
    const synthesis = globalThis.speechSynthesis;
    if (!synthesis) return undefined;
    const find = (): void => setVoice(localVoice(language));
    find();
    // Chromium has its list only some time after the page.
    synthesis.addEventListener("voiceschanged", find);
    return () => {
      synthesis.removeEventListener("voiceschanged", find);
      synthesis.cancel();
    };
  }, [language]);
  const stop = useCallback(() => {
    globalThis.speechSynthesis?.cancel();
    setSpeaking(false);
  }, []);
  const speak = useCallback(
    (text: string) => {
      if (!voice) return;
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      words.onend = () => setSpeaking(false);
      words.onerror = () => setSpeaking(false);
      globalThis.speechSynthesis.cancel();
      globalThis.speechSynthesis.speak(words);
      setSpeaking(true);
    },
    [voice],
  );
  return { isPossible: voice !== undefined, isSpeaking, speak, stop };
}
