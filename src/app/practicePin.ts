/** Shown wherever the practice family asks for it. */
export const practicePin = "123456";
