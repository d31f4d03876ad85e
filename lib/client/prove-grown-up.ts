/**
 * How any request of our pages gets its grown-up: the page that can ask for the PIN (components/household) says so here, and
 * `requestJson` asks it when a change is refused with `pin_required`.
 */
type Prove = () => Promise<boolean>;

let prove: Prove | undefined;
let underWay: Promise<boolean> | undefined;

/** @param next asks for the PIN, and tells whether it was said. @returns how to stop */
export function setGrownUpProver(next: Prove): () => void {
  prove = next;
  return () => {
    if (prove === next) prove = undefined;
  };
}

/** Whether whoever sits there has proven to be a grown-up by now. Asked once for all who want to know at the same time. */
export function proveGrownUp(): Promise<boolean> {
  if (!prove) return Promise.resolve(false);
  underWay ??= prove().finally(() => {
    underWay = undefined;
  });
  return underWay;
}
