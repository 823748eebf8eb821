/** Does one work of a name after the other. */
export function oneByOne(): (name: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (name, work) => {
    // Whoever was before is told themselves what failed.
    const turn = (last.get(name) ?? Promise.resolve()).catch(() => {}).then(work);
    last.set(name, turn);
    const leave = () => {
      if (last.get(name) === turn) last.delete(name);
    };
    turn.then(leave, leave);
    return turn;
  };
}
