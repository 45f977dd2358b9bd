/**
 * Tasklist lets one person out and the next one in without loading its page anew. Whatever a script keeps of what it was told
 * or of what was typed belongs to the person who is logged in, and goes with them.
 */
const forgetting: (() => void)[] = [];
let reader: string | undefined;

/** Says who is logged in now; if it was somebody else before, everything that was kept is forgotten. */
export function readBy(person: string): void {
  const former = reader;
  reader = person;
  if (former !== undefined && former !== person) {
    forgetting.forEach(forget => forget());
  }
}

/** Is called each time somebody else is logged in. */
export function onNewReader(forget: () => void): void {
  forgetting.push(forget);
}

/** Asks once for each person who is logged in; a failure is asked again. */
export function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  onNewReader(() => {
    asked = undefined;
  });
  return () => {
    const answer = asked ?? ask();
    asked = answer;
    answer.catch(() => {
      if (asked === answer) {
        asked = undefined;
      }
    });
    return answer;
  };
}
