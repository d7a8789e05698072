/** What is kept cannot be read as it stands. Nothing was opened and no file was changed. */
export class StoreUnreadable extends Error {
  readonly code = 'store-unreadable';
  /** One sentence each: the file, the field, what is wrong with it. Never what the field holds. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const lines = problems.map((problem) => `- ${problem}`).join('\n');
    super(
      `The records in DATA_DIR cannot be opened. No record was changed. Put each problem right (from a backup, where a file is damaged) and start again:\n${lines}`,
    );
    this.name = 'StoreUnreadable';
    this.problems = problems;
  }
}

/** Another process has the records open. */
export class StoreInUse extends Error {
  readonly code = 'store-in-use';

  constructor(sentence: string) {
    super(sentence);
    this.name = 'StoreInUse';
  }
}

/** A change could not be written. What was kept before still stands, in memory and for the next save. */
export class StoreFailed extends Error {
  readonly code = 'store-failed';

  constructor(kind: string, reason: string) {
    // Not the error of the file system itself: its text has the file's name, and that may be a child's reference.
    super(
      `A ${kind} could not be written (${reason}), so the change was not kept and no letter of it will be sent. Check the space on the disk and the rights of DATA_DIR.`,
    );
    this.name = 'StoreFailed';
  }
}

/** The short code of a failed system call, such as ENOSPC. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown reason';
}
