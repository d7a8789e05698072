/** Room for the ending that write-file-atomic adds, below the 255 bytes of most file systems. */
const LONGEST = 230;

const ENDING = '.json';

/** A record that is half-written: `write-file-atomic` names it so, and a kill may leave it behind. */
const LEFTOVER = /\.json\.\d+$/;

/** The name of the file that a record with this id is kept in. An id that is no safe name is a mistake of ours. */
export function fileNameOf(id: string): string {
  const name = `${encodeURIComponent(id.toWellFormed()).replaceAll('*', '%2A')}${ENDING}`;
  if (!id.isWellFormed() || id === '' || id.startsWith('.') || name.length > LONGEST) {
    throw new Error(
      `An id may not be empty, broken text, start with a dot or need more than ${LONGEST} letters as a file name`,
    );
  }
  return name;
}

export function isRecordName(name: string): boolean {
  return name.endsWith(ENDING) && !name.startsWith('.');
}

export function isLeftoverName(name: string): boolean {
  return LEFTOVER.test(name);
}
