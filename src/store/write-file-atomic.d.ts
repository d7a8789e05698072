/** The part of write-file-atomic 8 that we use; it comes without types. */
declare module 'write-file-atomic' {
  interface Options {
    readonly mode?: number;
    /** Called with the name of the temporary file, once it exists and before anything is written to it. */
    readonly tmpfileCreated?: (temporary: string) => Promise<void>;
  }
  export default function writeFileAtomic(file: string, text: string | null, options: Options): Promise<void>;
}
