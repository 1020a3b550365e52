import { useEffect, useState } from "react";
import { canMakePasskey, hasPasskey } from "../../app/passkey.ts";

/** Is there a passkey for this tablet, and could one be made? Both false until the browser has said so. */
export function usePasskey() {
  const [isHere, setHere] = useState(false);
  const [canMake, setCanMake] = useState(false);
  useEffect(() => {
    let isShown = true;
    const none = () => false;
    void Promise.all([hasPasskey().catch(none), canMakePasskey()]).then(([here, can]) => {
      if (!isShown) return;
      setHere(here);
      setCanMake(can);
    });
    return () => {
      isShown = false;
    };
  }, []);
  return { isHere, canMake };
}
