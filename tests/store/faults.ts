/**
 * Makes calls of IndexedDB fail, in Node over fake-indexeddb and in a browser over the real one. Calls are counted from
 * `begin` on; the call of that number fails, and with `lasting` every one after it, until `end`.
 */
export type Fault =
  /** The call throws an error of that name. */
  | { readonly kind: "throws"; readonly name: string }
  /** The call succeeds, and its transaction is aborted right after it. */
  | { readonly kind: "aborts" }
  /** The next transaction that writes is committed, and reported as aborted. */
  | { readonly kind: "lies" };

type Method = (this: unknown, ...args: unknown[]) => unknown;
type Prototype = Record<string, Method>;

const watched: readonly (readonly [() => unknown, readonly string[]])[] = [
  [() => IDBFactory, ["open"]],
  [() => IDBDatabase, ["transaction"]],
  [() => IDBTransaction, ["objectStore"]],
  [
    () => IDBObjectStore,
    ["get", "getAll", "getAllKeys", "put", "add", "delete", "count", "openCursor", "openKeyCursor", "index"],
  ],
  [() => IDBIndex, ["get", "getAll", "getAllKeys", "getKey", "count", "openCursor", "openKeyCursor"]],
  [() => IDBCursor, ["continue", "delete", "update"]],
];

function transactionOf(target: unknown): IDBTransaction | undefined {
  if (target instanceof IDBTransaction) return target;
  if (target instanceof IDBObjectStore) return target.transaction;
  if (target instanceof IDBIndex) return target.objectStore.transaction;
  if (target instanceof IDBCursor) return transactionOf(target.source);
  return undefined;
}

/** What listens for `oncomplete` hears `onabort` instead. */
function lieAbout(transaction: IDBTransaction): void {
  Object.defineProperty(transaction, "oncomplete", {
    set: () => {
      transaction.addEventListener("complete", (event) => {
        transaction.onabort?.call(transaction, event);
      });
    },
  });
}

export type Faults = {
  /** From here on calls are counted, and the call `at` fails. Without `at` they are counted only. */
  begin(at?: number, fault?: Fault, lasting?: boolean): void;
  /** Ends the faults; tells how many calls there were. */
  end(): number;
  /** Did any call fail? */
  struck(): boolean;
  restore(): void;
};

export function createFaults(): Faults {
  let count = 0;
  let counting = false;
  let struck = false;
  let when: (n: number) => Fault | undefined = () => undefined;
  const undo: (() => void)[] = [];

  const faulty = (real: Method): Method =>
    function call(this: unknown, ...args: unknown[]) {
      // fake-indexeddb opens the transaction of an upgrade by this method too; in a browser no page can.
      if (!counting || args[1] === "versionchange") return real.apply(this, args);
      count += 1;
      const fault = when(count);
      if (!fault) return real.apply(this, args);
      if (fault.kind === "throws") {
        struck = true;
        throw new DOMException("made to fail", fault.name);
      }
      const result = real.apply(this, args);
      if (fault.kind === "aborts") {
        const transaction = transactionOf(this);
        struck ||= transaction !== undefined;
        transaction?.abort();
      } else if (result instanceof IDBTransaction && result.mode === "readwrite") {
        struck = true;
        lieAbout(result);
      }
      return result;
    };

  for (const [type, names] of watched) {
    const prototype = (type() as { prototype: Prototype }).prototype;
    for (const name of names) {
      const real = prototype[name];
      if (!real) continue;
      prototype[name] = faulty(real);
      undo.push(() => {
        prototype[name] = real;
      });
    }
  }
  return {
    begin(at, fault, lasting = false) {
      count = 0;
      counting = true;
      struck = false;
      when = (n) => {
        if (at === undefined || n < at) return undefined;
        const isOn = n === at || lasting || (fault?.kind === "lies" && !struck);
        return isOn ? fault : undefined;
      };
    },
    end() {
      counting = false;
      return count;
    },
    struck: () => struck,
    restore() {
      for (const one of undo) one();
    },
  };
}
