/** Jobs under the same name run one after another, in the order they came; others run beside them. */
export interface Queue {
  run<T>(name: string, job: () => Promise<T>): Promise<T>;
  /** When everything that was asked for has ended. */
  idle(): Promise<void>;
}

export function queuePerName(): Queue {
  const last = new Map<string, Promise<unknown>>();
  return {
    run(name, job) {
      const before = last.get(name) ?? Promise.resolve();
      const mine = before.then(job, job);
      last.set(name, mine);
      const leave = () => {
        if (last.get(name) === mine) last.delete(name);
      };
      mine.then(leave, leave);
      return mine;
    },
    async idle() {
      while (last.size > 0) await Promise.allSettled(last.values());
    },
  };
}
