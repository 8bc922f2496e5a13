/** Why the service is not there, worded by the service itself where it could still speak. */
export class StartFailure extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, sentence: string, hint: string) {
    super(sentence);
    this.name = 'StartFailure';
    this.code = code;
    this.hint = hint;
  }
}
